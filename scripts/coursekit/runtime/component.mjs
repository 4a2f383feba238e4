// @ts-check

/** A part of the page that a script makes better; its HTML is useful without the script. */
export class Component {
  /** @param {HTMLElement} $root */
  constructor($root) {
    this.$root = $root;
  }

  /**
   * The element with this `data-part`.
   *
   * @param {string} name
   * @returns {HTMLElement}
   * @throws {Error} the template and the script have parted ways
   */
  part(name) {
    return this.find(`[data-part="${name}"]`, HTMLElement);
  }

  /**
   * The first element inside the root that matches.
   *
   * @template {Element} E
   * @param {string} selector
   * @param {new () => E} type
   * @returns {E}
   * @throws {Error} the template and the script have parted ways
   */
  find(selector, type) {
    const $element = this.$root.querySelector(selector);
    if (!($element instanceof type)) {
      throw new Error(`${this.constructor.name}: no ${selector}`);
    }
    return $element;
  }
}

/**
 * Starts a component on each `data-ck="name"`; one that fails leaves the others and the page alone.
 *
 * @param {string} name
 * @param {new ($root: HTMLElement) => Component} Type
 */
export function start(name, Type) {
  for (const $root of document.querySelectorAll(`[data-ck="${name}"]`)) {
    try {
      new Type(/** @type {HTMLElement} */ ($root));
    } catch (error) {
      console.error(error);
    }
  }
}

/**
 * Fills the `{places}` of a text from `locales/`.
 *
 * @param {string | undefined} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return (text ?? '').replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
