// @ts-check
import { readItem, writeItem } from '../storage/store.mjs';

/**
 * What is remembered of one question.
 *
 * @typedef {object} Answer
 * @property {1} v version of this shape
 * @property {string} hash the question as it was answered
 * @property {import('./control.mjs').Value} chosen what was chosen or typed, by type of question
 * @property {boolean} checked
 * @property {string[]} order ids of what this attempt has shuffled
 * @property {number} n counts the writes: clocks lie, so merging goes by (n, t)
 * @property {number} t time of writing in milliseconds
 */

const VERSION = 1;

/** The stored answers of one bank: one localStorage item per question, so that tabs do not clash. */
export class Answers {
  /**
   * @param {string} course
   * @param {string} bank
   */
  constructor(course, bank) {
    this.prefix = `${course}:${VERSION}:answer:${bank}/`;
  }

  /** Whether the browser keeps anything at all. */
  works() {
    const key = `${this.prefix}:probe`;
    return writeItem(key, '') && writeItem(key, null);
  }

  /**
   * The stored answer; null when there is none. What cannot be read is set aside, never deleted.
   *
   * @param {string} question
   * @returns {Answer | 'newer' | null} 'newer' was written by a later version: to be left alone
   */
  read(question) {
    const key = this.prefix + question;
    const text = readItem(key);
    if (text === null) return null;
    const value = parse(text);
    if (value?.v > VERSION) return 'newer';
    if (isAnswer(value)) return value;
    if (writeItem(`${key}:corrupt`, text)) writeItem(key, null);
    return null;
  }

  /**
   * @param {string} question
   * @param {Pick<Answer, 'hash' | 'chosen' | 'checked' | 'order'>} answer
   * @returns {boolean} whether it is kept
   */
  write(question, answer) {
    const stored = this.read(question);
    if (stored === 'newer') return false;
    const n = (stored?.n ?? 0) + 1;
    const value = { v: VERSION, ...answer, n, t: Date.now() };
    return writeItem(this.prefix + question, JSON.stringify(value));
  }

  /** @param {string} question */
  remove(question) {
    if (this.read(question) !== 'newer') writeItem(this.prefix + question, null);
  }

  /**
   * Calls back with the question whose answer another tab has changed.
   *
   * @param {(question: string) => void} listener
   */
  watch(listener) {
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith(this.prefix)) listener(key.slice(this.prefix.length));
    });
  }
}

/**
 * @param {string} text
 * @returns {any} null when it is no JSON
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {any} value
 * @returns {value is Answer}
 */
function isAnswer(value) {
  return (
    value?.v === VERSION &&
    typeof value.hash === 'string' &&
    typeof value.checked === 'boolean' &&
    Number.isFinite(value.n) &&
    isTexts(value.order) &&
    isValue(value.chosen)
  );
}

/**
 * @param {any} value
 * @returns {value is import('./control.mjs').Value}
 */
function isValue(value) {
  const parts = value && typeof value === 'object' && !Array.isArray(value);
  const texts = parts ? Object.values(value) : [value];
  return texts.every((one) => typeof one === 'string' || isTexts(one));
}

/** @param {any} value */
function isTexts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
