// @ts-check
import { Control } from './control.mjs';

/** Free text that the learner compares with a model answer; kept as it is typed, never scored. */
export class ReflectionControl extends Control {
  /** @param {ConstructorParameters<typeof Control>} args */
  constructor(...args) {
    super(...args);
    this.scored = false;
    this.$text = this.find('textarea', HTMLTextAreaElement);
    this.$met = /** @type {HTMLInputElement[]} */ (this.elements('input[type="checkbox"]'));
  }

  read() {
    const met = this.$met.filter(($input) => $input.checked).map(($input) => $input.value);
    return { text: this.$text.value, met };
  }

  /** @param {any} value */
  write(value) {
    const text = typeof value?.text === 'string' ? value.text : '';
    const met = Array.isArray(value?.met) ? value.met : [];
    if (this.$text.value !== text) this.$text.value = text; // else the caret would jump
    for (const $input of this.$met) $input.checked = met.includes($input.value);
  }

  open() {
    return this.$text.value.trim() ? 0 : 1;
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    this.part('answers').toggleAttribute('open', checked);
  }
}
