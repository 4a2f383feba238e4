// @ts-check
import { readItem } from '../storage/store.mjs';

/** @typedef {'auto' | 'light' | 'dark'} Scheme */

export const SCHEME_KEY = 'site:1:setting:scheme';
export const darkDevice = matchMedia('(prefers-color-scheme: dark)');

/** @returns {Scheme} */
export function chosenScheme() {
  const scheme = readItem(SCHEME_KEY);
  return scheme === 'light' || scheme === 'dark' ? scheme : 'auto';
}

/** @param {Scheme} scheme */
export function applyScheme(scheme) {
  const dark = scheme === 'dark' || (scheme === 'auto' && darkDevice.matches);
  document.documentElement.dataset.mdColorScheme = dark ? 'slate' : 'default';
}
