// @ts-check
import { PartsControl } from './parts.mjs';
import { reshuffled } from './shuffle.mjs';

/** A text with gaps, chosen from a list or typed; the feedback stands in a list below the text. */
export class ClozeControl extends PartsControl {
  /** @param {ConstructorParameters<typeof PartsControl>} args */
  constructor(...args) {
    super(...args);
    this.$options = this.elements('option[data-option]');
    this.ids = this.$options.map(($option) => $option.dataset.option ?? '');
  }

  get right() {
    const right = super.right;
    for (const $answer of this.answers) {
      const $accepted = [...$answer.querySelectorAll('[data-accepted]')];
      if ($accepted.length === 0) continue;
      const accepted = $accepted.map(($word) => $word.textContent ?? '');
      right[$answer.dataset.answer ?? ''] = { accepted, forgive: 'forgive' in $answer.dataset };
    }
    return right;
  }

  /** @param {string[]} order */
  nextOrder(order) {
    return reshuffled(order);
  }

  /** @param {string[]} order */
  arrange(order) {
    for (const id of order) {
      const $option = this.$options[this.ids.indexOf(id)];
      $option.parentElement?.append($option);
    }
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    super.showFeedback(checked);
    this.part('feedback').hidden = !checked;
  }
}
