// @ts-check
import { Component } from '../component.mjs';

/**
 * What a learner has answered: ids by part, a list of ids, a text, or a reflection's text with the
 * criteria it meets. Texts are what was typed; everything else is ids, never positions.
 *
 * @typedef {string | string[] | { [part: string]: string | string[] }} Value
 */

/** The fields of one question, with their answer and feedback; a type of question is a subclass. */
export class Control extends Component {
  /**
   * @param {HTMLElement} $root the form
   * @param {object} quiz
   * @param {DOMStringMap} quiz.texts
   * @param {(verdict: string) => Node} quiz.verdict
   */
  constructor($root, quiz) {
    super($root);
    this.quiz = quiz;
    /** Ids of what an attempt shuffles, as the page was made. @type {string[]} */
    this.ids = [];
    /** Whether points are counted and the fields close when the question is checked. */
    this.scored = true;
  }

  /** The right answer. @returns {import('./score.mjs').Key} */
  get right() {
    return null;
  }

  /** The answer as it stands in the fields. @returns {Value} */
  read() {
    return [];
  }

  /**
   * Puts an answer into the fields; what does not belong to the question is left out.
   *
   * @param {any} _value a Value, or anything else from the store
   */
  write(_value) {}

  /** How many parts have no answer yet. */
  open() {
    return 0;
  }

  /** Whether there is nothing to check. */
  empty() {
    return this.open() > 0;
  }

  /** The order of the first attempt. @returns {string[]} */
  firstOrder() {
    return this.ids;
  }

  /**
   * The order of the next attempt.
   *
   * @param {string[]} order
   */
  nextOrder(order) {
    return order;
  }

  /** @param {string[]} _order */
  arrange(_order) {}

  /** Tells right from wrong, with reasons, or takes that away. @param {boolean} _checked */
  showFeedback(_checked) {}

  focus() {
    this.fields()[0].focus();
  }

  /** @returns {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */
  fields() {
    return /** @type {any[]} */ (this.elements('fieldset :is(input, select, textarea)'));
  }

  /**
   * Says beside a part whether it is right, and why. Without a verdict it takes that away.
   *
   * @param {HTMLElement} $part holds the feedback
   * @param {HTMLElement[]} $fields are described by it
   * @param {string} id of the part
   * @param {string} [verdict]
   * @param {string[]} [reasons] whose reasons are given; the part's own unless told
   */
  tell($part, $fields, id, verdict, reasons = [id]) {
    $part.querySelector('.ck-feedback')?.remove();
    for (const $element of [$part, ...$fields]) {
      $element.removeAttribute('data-verdict');
      $element.removeAttribute('aria-describedby');
    }
    if (!verdict) return;

    const $feedback = document.createElement('div');
    $feedback.className = 'ck-feedback';
    $feedback.id = `${this.$root.id}/${id}/feedback`;
    $feedback.append(this.quiz.verdict(verdict));
    if (verdict === 'wrong' || verdict === 'open') $feedback.append(...this.copies(id, 'right'));
    for (const reason of reasons) $feedback.append(...this.copies(reason, 'why'));
    $part.append($feedback);
    $part.dataset.verdict = verdict;
    for (const $field of $fields) {
      $field.dataset.verdict = verdict;
      $field.setAttribute('aria-describedby', $feedback.id);
    }
  }

  /**
   * Copies from the answers below the question.
   *
   * @param {string} id
   * @param {string} part
   */
  copies(id, part) {
    const $answer = this.answers.find(($one) => $one.dataset.answer === id);
    const found = $answer?.querySelectorAll(`[data-part="${part}"]`) ?? [];
    return [...found].map(($element) => $element.cloneNode(true));
  }

  /** The parts of the answer, in the right order. */
  get answers() {
    return this.elements('[data-answer]');
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  elements(selector) {
    return [...this.$root.querySelectorAll(selector)].map(($e) => /** @type {HTMLElement} */ ($e));
  }
}
