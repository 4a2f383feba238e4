// @ts-check
import { Control } from './control.mjs';
import { readNumber, share } from './score.mjs';

/** A number; the answer is what was typed. */
export class NumericControl extends Control {
  get right() {
    const { number, tolerance } = this.answers[0].dataset;
    return { number: Number(number), tolerance: Number(tolerance) };
  }

  get $input() {
    return this.find('fieldset input', HTMLInputElement);
  }

  read() {
    return this.$input.value.trim();
  }

  /** @param {any} value */
  write(value) {
    this.$input.value = typeof value === 'string' ? value : '';
  }

  open() {
    return readNumber(this.read()) === null ? 1 : 0;
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    const verdict = share('numeric', this.right, this.read()) === 1 ? 'right' : 'wrong';
    this.tell(this.part('number'), [this.$input], 'number', checked ? verdict : '');
  }
}
