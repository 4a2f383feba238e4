// @ts-check
import { Component, fill } from '../component.mjs';

/** Lets wide tables scroll in a frame of their own, which the keyboard reaches while it scrolls. */
export class Tables extends Component {
  /** @param {HTMLElement} $root the article */
  constructor($root) {
    super($root);
    $root.querySelectorAll('table').forEach(($table, index) => this.frame($table, index + 1));
  }

  /**
   * @param {HTMLTableElement} $table
   * @param {number} number
   */
  frame($table, number) {
    const $frame = document.createElement('div');
    $frame.className = 'ck-table';
    $table.replaceWith($frame);
    $frame.append($table);
    const label = fill(this.$root.dataset.textTable, { number, heading: headingBefore($frame) });
    const observer = new ResizeObserver(() => {
      if ($frame.scrollWidth > $frame.clientWidth) {
        $frame.tabIndex = 0;
        $frame.setAttribute('role', 'region');
        $frame.setAttribute('aria-label', label);
      } else {
        for (const name of ['tabindex', 'role', 'aria-label']) $frame.removeAttribute(name);
      }
    });
    observer.observe($frame);
    observer.observe($table);
  }
}

/** @param {HTMLElement} $frame */
function headingBefore($frame) {
  let heading = '';
  for (const $heading of document.querySelectorAll('article :is(h1, h2, h3, h4)')) {
    if (!($heading.compareDocumentPosition($frame) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
    heading = $heading.textContent ?? '';
  }
  return heading.trim();
}
