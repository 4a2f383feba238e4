// @ts-check
import { PartsControl } from './parts.mjs';
import { reshuffled } from './shuffle.mjs';

/** Items that are put into categories, each by a group of radio buttons. */
export class CategoriseControl extends PartsControl {
  /** @param {ConstructorParameters<typeof PartsControl>} args */
  constructor(...args) {
    super(...args);
    this.ids = this.items;
  }

  /** @param {string[]} order */
  nextOrder(order) {
    return reshuffled(order);
  }

  /** @param {string[]} order */
  arrange(order) {
    this.part('items').append(...order.map((id) => this.$items[this.items.indexOf(id)]));
  }
}
