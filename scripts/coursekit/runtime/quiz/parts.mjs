// @ts-check
import { Control } from './control.mjs';
import { fits } from './score.mjs';

/**
 * Parts that are answered and scored one by one. A part is a `data-item`, which takes its feedback;
 * its fields carry its id as `data-field`. The answer holds what each answered part was given.
 */
export class PartsControl extends Control {
  /** @param {ConstructorParameters<typeof Control>} args */
  constructor(...args) {
    super(...args);
    this.$items = this.elements('[data-item]');
    this.items = this.$items.map(($item) => $item.dataset.item ?? '');
  }

  /** @returns {Record<string, string | import('./score.mjs').Typed>} */
  get right() {
    const found = this.answers.filter(($answer) => $answer.dataset.right);
    return Object.fromEntries(
      found.map(({ dataset }) => [dataset.answer ?? '', dataset.right ?? '']),
    );
  }

  /** @returns {Record<string, string>} */
  read() {
    const given = this.items.map((id) => [id, this.given(id)]);
    return Object.fromEntries(given.filter(([, value]) => value));
  }

  /** @param {any} value */
  write(value) {
    for (const $field of this.fields()) {
      const given = value?.[$field.dataset.field ?? ''];
      const text = typeof given === 'string' ? given : '';
      if (isBox($field)) $field.checked = $field.value === text;
      else $field.value = text;
    }
    // A select without the option that was stored would show nothing at all.
    for (const $field of this.fields()) {
      if ($field instanceof HTMLSelectElement && $field.selectedIndex < 0) $field.value = '';
    }
  }

  open() {
    return this.items.filter((id) => !this.given(id)).length;
  }

  empty() {
    return this.open() === this.items.length;
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    const { right } = this;
    for (const [at, id] of this.items.entries()) {
      const given = this.given(id);
      const verdict = !given ? 'open' : fits(right[id], given) ? 'right' : 'wrong';
      const $fields = this.fieldsOf(id).filter(($field) => !isBox($field) || $field.checked);
      this.tell(this.$items[at], this.fieldsOf(id), id, '');
      if (checked) this.tell(this.$items[at], $fields, id, verdict, this.reasons(id, given));
    }
  }

  /**
   * Whose reasons a part is given.
   *
   * @param {string} id
   * @param {string} _given
   */
  reasons(id, _given) {
    return [id];
  }

  /** What a part was given; empty without an answer. @param {string} id */
  given(id) {
    const $fields = this.fieldsOf(id).filter(($field) => !isBox($field) || $field.checked);
    return $fields[0]?.value.trim() ?? '';
  }

  /** @param {string} id */
  fieldsOf(id) {
    return this.fields().filter(($field) => $field.dataset.field === id);
  }
}

/**
 * @param {Element} $field
 * @returns {$field is HTMLInputElement}
 */
function isBox($field) {
  return $field instanceof HTMLInputElement && $field.type === 'radio';
}
