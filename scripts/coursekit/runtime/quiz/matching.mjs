// @ts-check
import { PartsControl } from './parts.mjs';
import { reshuffled } from './shuffle.mjs';

/** Left sides that get a right side each, by its letter in the list of right sides. */
export class MatchingControl extends PartsControl {
  /** @param {ConstructorParameters<typeof PartsControl>} args */
  constructor(...args) {
    super(...args);
    this.$options = this.elements('[data-option]');
    this.ids = this.$options.map(($option) => $option.dataset.option ?? '');
  }

  /** @param {string[]} order */
  nextOrder(order) {
    return reshuffled(order);
  }

  /** @param {string[]} order */
  arrange(order) {
    const $sorted = order.map((id) => this.$options[this.ids.indexOf(id)]);
    this.part('options').append(...$sorted);
    for (const $select of this.elements('select')) {
      const $all = [...$select.querySelectorAll('option')];
      for (const [at, id] of order.entries()) {
        const $option = $all.find(({ value }) => value === id);
        if (!$option) continue;
        $option.textContent = `${String.fromCharCode(65 + at)}. ${$sorted[at].textContent?.trim()}`;
        $select.append($option);
      }
    }
  }

  /**
   * A right side that belongs nowhere has a reason of its own.
   *
   * @param {string} id
   * @param {string} given
   */
  reasons(id, given) {
    return given && !(given in this.right) ? [given, id] : [id];
  }
}
