// @ts-check
import { Control } from './control.mjs';
import { reshuffled, shuffled } from './shuffle.mjs';

/** One or several of some choices; the answer lists the chosen ids. */
export class ChoiceControl extends Control {
  /** @param {ConstructorParameters<typeof Control>} args */
  constructor(...args) {
    super(...args);
    this.$choices = this.elements('[data-choice]');
    this.ids = this.$choices.map(($choice) => $choice.dataset.choice ?? '');
    this.fixed = this.$root.dataset.type === 'true-false';
  }

  get right() {
    return this.elements('[data-correct]').map(($answer) => $answer.dataset.answer ?? '');
  }

  /** @returns {string[]} */
  read() {
    return this.inputs().filter(($input) => $input.checked).map(($input) => $input.value);
  }

  /** @param {any} value */
  write(value) {
    const chosen = Array.isArray(value) ? value : [];
    for (const $input of this.inputs()) $input.checked = chosen.includes($input.value);
  }

  open() {
    return this.read().length === 0 ? 1 : 0;
  }

  /** Comes from the hash: stable before anything is stored. */
  firstOrder() {
    const seed = parseInt(this.$root.dataset.hash ?? '', 16);
    return this.fixed ? this.ids : shuffled(this.ids, seed);
  }

  /** @param {string[]} order */
  nextOrder(order) {
    return this.fixed ? this.ids : reshuffled(order);
  }

  /** @param {string[]} order */
  arrange(order) {
    this.part('choices').append(...order.map((id) => this.$choices[this.ids.indexOf(id)]));
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    const chosen = this.read();
    for (const $choice of this.$choices) {
      const id = $choice.dataset.choice ?? '';
      const right = this.right.includes(id);
      const verdict = !chosen.includes(id) ? (right ? 'missed' : '') : right ? 'right' : 'wrong';
      this.tell($choice, [...$choice.querySelectorAll('input')], id, checked ? verdict : '');
    }
  }

  inputs() {
    return /** @type {HTMLInputElement[]} */ (this.fields());
  }
}
