// @ts-check
import { Component } from '../component.mjs';

/**
 * The menu button of narrow screens. Without it the navigation stands at the end of the page; with
 * it the navigation is closed, so that its links are no tab stops, and opens below the header.
 */
export class Menu extends Component {
  /** @param {HTMLElement} $root the button */
  constructor($root) {
    super($root);
    this.$nav = /** @type {HTMLElement} */ (
      document.getElementById($root.getAttribute('aria-controls') ?? '')
    );
    this.$nav.dataset.menu = 'closed';
    $root.addEventListener('click', () => this.toggle(!this.open));
    for (const $element of [$root, this.$nav]) {
      $element.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && this.open) {
          this.toggle(false);
          $root.focus();
        }
      });
    }
    $root.hidden = false;
  }

  get open() {
    return this.$nav.dataset.menu === 'open';
  }

  /** @param {boolean} open */
  toggle(open) {
    this.$nav.dataset.menu = open ? 'open' : 'closed';
    this.$root.setAttribute('aria-expanded', String(open));
  }
}
