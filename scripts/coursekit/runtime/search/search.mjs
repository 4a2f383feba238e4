// @ts-check
import { Component, fill } from '../component.mjs';
import { readItem, writeItem } from '../storage/store.mjs';

/**
 * What is used of Pagefind's interface.
 *
 * @typedef {{ url: string, excerpt: string, meta: { title?: string } }} Hit
 * @typedef {{ results: { data: () => Promise<Hit> }[] }} Found
 * @typedef {{ init: () => Promise<void>, debouncedSearch: (query: string) => Promise<Found | null> }} Pagefind
 */

const SHOWN = 10;
const SHORTCUT_KEY = 'site:1:setting:search-key';

/** The search dialog over the Pagefind index of the page's language. */
export class Search extends Component {
  /** @param {HTMLElement} $root the <dialog> */
  constructor($root) {
    super($root);
    this.$dialog = /** @type {HTMLDialogElement} */ ($root);
    this.$field = this.find('input[type="search"]', HTMLInputElement);
    this.$status = this.part('status');
    this.$results = this.part('results');
    this.$shortcut = this.find('input[type="checkbox"]', HTMLInputElement);
    this.texts = $root.dataset;
    /** @type {Promise<Pagefind> | null} */
    this.index = null;

    this.$field.addEventListener('focus', () => this.load().catch(() => this.giveUp()));
    this.$field.addEventListener('input', () => this.search());
    this.find('form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.search();
    });
    this.part('close').addEventListener('click', () => this.$dialog.close());
    this.listenToShortcut();

    const $open = document.getElementById('ck-search-open');
    $open?.addEventListener('click', () => this.$dialog.showModal());
    $open?.removeAttribute('hidden');
  }

  /** A key without Ctrl or Alt must be possible to turn off (WCAG 2.1.4). */
  listenToShortcut() {
    this.$shortcut.checked = readItem(SHORTCUT_KEY) !== 'off';
    this.$shortcut.addEventListener('change', () => {
      writeItem(SHORTCUT_KEY, this.$shortcut.checked ? null : 'off');
    });
    document.addEventListener('keydown', (event) => {
      const typing = /** @type {Element} */ (event.target).closest(
        'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]',
      );
      const other = event.ctrlKey || event.altKey || event.metaKey || typing || this.$dialog.open;
      if (event.key === '/' && this.$shortcut.checked && !other) {
        event.preventDefault();
        this.$dialog.showModal();
      }
    });
  }

  /** Loads Pagefind once; import() takes addresses from the script, so it needs the whole one. */
  load() {
    this.index ??= import(new URL(this.texts.index ?? '', document.baseURI).href).then(
      async (/** @type {Pagefind} */ pagefind) => {
        await pagefind.init();
        return pagefind;
      },
    );
    return this.index;
  }

  async search() {
    const query = this.$field.value.trim();
    if (!query) return this.show([], '');
    this.$status.textContent = this.texts.textLoading ?? '';
    try {
      const found = await (await this.load()).debouncedSearch(query);
      if (!found) return; // a later key press is searching already
      const hits = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (query !== this.$field.value.trim()) return;
      const count = found.results.length;
      const { textNone, textShown, textFound } = this.texts;
      const text = count === 0 ? textNone : count > hits.length ? textShown : textFound;
      this.show(hits, fill(text, { query, count, shown: hits.length }));
    } catch {
      this.giveUp();
    }
  }

  giveUp() {
    this.show([], this.texts.textUnavailable ?? '');
    this.part('glossary').hidden = false;
  }

  /**
   * @param {Hit[]} hits
   * @param {string} status
   */
  show(hits, status) {
    this.$status.textContent = status;
    this.$results.replaceChildren(
      ...hits.map((hit) => {
        const $item = document.createElement('li');
        const $link = document.createElement('a');
        const $excerpt = document.createElement('p');
        $link.href = hit.url;
        $link.textContent = hit.meta.title ?? hit.url;
        $excerpt.append(...marked(hit.excerpt));
        $item.append($link, $excerpt);
        return $item;
      }),
    );
  }
}

/**
 * An excerpt's text with its <mark> elements and nothing else; the parsed document is inert.
 *
 * @param {string} excerpt HTML
 * @returns {(string | HTMLElement)[]}
 */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return text;
    const $mark = document.createElement('mark');
    $mark.textContent = text;
    return $mark;
  });
}
