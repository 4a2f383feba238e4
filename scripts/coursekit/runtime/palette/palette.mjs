// @ts-check
import { Component } from '../component.mjs';
import { writeItem } from '../storage/store.mjs';
import { SCHEME_KEY, applyScheme, chosenScheme, darkDevice } from './scheme.mjs';

/** @type {import('./scheme.mjs').Scheme[]} */
const SCHEMES = ['auto', 'light', 'dark'];

/** The button that goes round the colour schemes; its name tells the current one. */
export class Palette extends Component {
  /** @param {HTMLElement} $root */
  constructor($root) {
    super($root);
    this.scheme = chosenScheme();
    $root.addEventListener('click', () => this.next());
    darkDevice.addEventListener('change', () => this.show());
    this.show();
    $root.hidden = false;
  }

  next() {
    this.scheme = SCHEMES[(SCHEMES.indexOf(this.scheme) + 1) % SCHEMES.length];
    writeItem(SCHEME_KEY, this.scheme);
    this.show();
  }

  show() {
    applyScheme(this.scheme);
    for (const scheme of SCHEMES) {
      this.part(scheme).hidden = scheme !== this.scheme;
    }
  }
}
