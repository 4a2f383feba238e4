// @ts-check
import { fill } from '../component.mjs';
import { Control } from './control.mjs';
import { reshuffled } from './shuffle.mjs';

/** Items that are moved up and down; the answer lists their ids once one has been moved. */
export class OrderingControl extends Control {
  /** @param {ConstructorParameters<typeof Control>} args */
  constructor(...args) {
    super(...args);
    this.$items = this.elements('[data-item]');
    this.ids = this.$items.map(($item) => $item.dataset.item ?? '');
    this.$list = this.part('items');
    /** Whether the order is the learner's, not the one the attempt began with. */
    this.moved = false;
    this.$list.dataset.moving = '';
    for (const $item of this.$items) {
      for (const $button of $item.querySelectorAll('button')) {
        $button.hidden = false;
        $button.addEventListener('click', () => this.move($item, $button));
      }
    }
  }

  get right() {
    return this.answers.map(($answer) => $answer.dataset.answer ?? '');
  }

  /** @returns {string[]} */
  read() {
    return this.moved ? this.shown() : [];
  }

  /** @param {any} value */
  write(value) {
    this.moved = Array.isArray(value) && [...value].sort().join() === [...this.ids].sort().join();
    if (this.moved) this.arrange(value);
  }

  open() {
    return this.moved ? 0 : 1;
  }

  /** @param {string[]} order */
  nextOrder(order) {
    return reshuffled(order, this.right);
  }

  /** @param {string[]} order */
  arrange(order) {
    this.$list.append(...order.map((id) => this.$items[this.ids.indexOf(id)]));
    this.close();
  }

  focus() {
    this.find('button[data-step]:enabled', HTMLButtonElement).focus();
  }

  /** @param {boolean} checked */
  showFeedback(checked) {
    const { right } = this;
    const shown = this.shown();
    for (const [at, id] of this.ids.entries()) {
      const before = shown[shown.indexOf(id) - 1];
      const verdict = before === right[right.indexOf(id) - 1] ? 'right' : 'wrong';
      this.tell(this.$items[at], [], id, checked ? verdict : '');
    }
    for (const $button of this.elements('button[data-step]')) $button.hidden = checked;
    this.part('moved').textContent = '';
  }

  /**
   * @param {HTMLElement} $item
   * @param {HTMLButtonElement} $button
   */
  move($item, $button) {
    const order = this.shown();
    const from = order.indexOf($item.dataset.item ?? '');
    const to = from + Number($button.dataset.step);
    [order[from], order[to]] = [order[to], order[from]];
    this.moved = true;
    this.arrange(order);
    // At an end its button is closed: the focus goes on to the other one.
    const $next = $button.disabled ? $item.querySelector('button:enabled') : $button;
    /** @type {HTMLButtonElement} */ ($next).focus();
    this.$root.dispatchEvent(new Event('input'));
    const item = $item.querySelector('[data-part="text"]')?.textContent?.trim() ?? '';
    const place = { item, place: to + 1, total: order.length };
    this.part('moved').textContent = fill(this.quiz.texts.textMoved, place);
  }

  /** The ids as they stand on the page. */
  shown() {
    return this.elements('[data-item]').map(($item) => $item.dataset.item ?? '');
  }

  /** The first item cannot go up, the last one not down. */
  close() {
    const last = this.ids.length - 1;
    for (const [at, $item] of this.elements('[data-item]').entries()) {
      for (const $button of $item.querySelectorAll('button')) {
        $button.disabled = at === ($button.dataset.step === '-1' ? 0 : last);
      }
    }
  }
}
