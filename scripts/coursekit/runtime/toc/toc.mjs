// @ts-check
import { Component } from '../component.mjs';

/** Opens the page's own table of contents where there is room for it beside the text. */
export class Toc extends Component {
  /** @param {HTMLElement} $root a <details> */
  constructor($root) {
    super($root);
    const wide = matchMedia('(min-width: 76em)'); // as in frame.css
    const fit = () => $root.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', fit);
    fit();
  }
}
