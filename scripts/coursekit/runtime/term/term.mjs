// @ts-check
import { Component } from '../component.mjs';

const PATIENCE = 300; // milliseconds for the pointer's way from the word to the definition

/**
 * Shows a term's definition by hover, focus and the first tap (WCAG 1.4.13): it stays while the
 * pointer or focus is on the word or the definition, and Escape closes it.
 */
export class Terms extends Component {
  /** @param {HTMLElement} $root the article */
  constructor($root) {
    super($root);
    /** @type {HTMLAnchorElement | null} */
    this.$term = null;
    this.timer = 0;
    this.wasOpen = false;
    this.touch = false;
    this.$popover = this.createPopover();
    const listen = $root.addEventListener.bind($root);
    listen('pointerover', (event) => this.reach(event, PATIENCE));
    listen('focusin', (event) => this.reach(event, 0));
    listen('pointerout', () => this.leave(PATIENCE));
    listen('focusout', () => this.leave(0));
    listen('pointerdown', (event) => {
      this.touch = event.pointerType === 'touch';
      this.wasOpen = this.$term !== null && this.$term === termOf(event);
    });
    listen('click', (event) => {
      const $term = termOf(event);
      const byTouch = this.touch && event.detail > 0; // Enter on the link has no detail
      if (!$term || this.wasOpen || !byTouch) return;
      event.preventDefault();
      this.open($term); // Safari focuses no link that is tapped
    });
    document.addEventListener('pointerdown', ({ target }) => {
      const node = /** @type {Node} */ (target);
      if (!this.$popover.contains(node) && !this.$term?.contains(node)) this.close();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  /** @returns {HTMLElement} a <span>, because it stands inside the paragraph after its word */
  createPopover() {
    const $popover = document.createElement('span');
    $popover.className = 'ck-popover';
    const $definition = document.createElement('span');
    $definition.id = 'ck-definition';
    const $link = document.createElement('a');
    $link.textContent = this.$root.dataset.textGlossary ?? '';
    $popover.append($definition, $link);
    return $popover;
  }

  /**
   * @param {Event} event
   * @param {number} delay
   */
  reach(event, delay) {
    const $term = termOf(event);
    if ($term && $term !== this.$term) {
      this.later(() => this.open($term), this.$term ? delay : delay / 2);
    } else if ($term || this.$popover.contains(/** @type {Node} */ (event.target))) {
      clearTimeout(this.timer);
    }
  }

  /** @param {number} delay */
  leave(delay) {
    this.later(() => {
      const inUse = this.$popover.matches(':hover, :focus-within') || this.$term?.matches(':focus');
      if (!inUse) this.close();
    }, delay);
  }

  /**
   * @param {() => void} action
   * @param {number} delay
   */
  later(action, delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(action, delay);
  }

  /** @param {HTMLAnchorElement} $term */
  open($term) {
    this.close();
    this.$term = $term;
    const [$definition, $link] = /** @type {[HTMLElement, HTMLAnchorElement]} */ (
      /** @type {unknown} */ ([...this.$popover.children])
    );
    $definition.textContent = $term.dataset.definition ?? '';
    $link.href = $term.href;
    $term.after(this.$popover);
    $term.setAttribute('aria-describedby', $definition.id);
    this.place($term);
  }

  close() {
    clearTimeout(this.timer);
    this.$term?.removeAttribute('aria-describedby');
    this.$popover.remove();
    this.$term = null;
  }

  /** Below the word, inside the article. @param {HTMLAnchorElement} $term */
  place($term) {
    const frame = this.$root.getBoundingClientRect();
    const word = $term.getBoundingClientRect();
    const room = frame.width - this.$popover.offsetWidth;
    const left = Math.max(0, Math.min(word.left - frame.left, room));
    this.$popover.style.left = `${left}px`;
    this.$popover.style.top = `${word.bottom - frame.top}px`;
  }
}

/**
 * @param {Event} event
 * @returns {HTMLAnchorElement | null}
 */
function termOf(event) {
  return /** @type {Element} */ (event.target).closest('a.ck-term');
}
