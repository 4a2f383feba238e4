// @ts-check
import { Component, fill } from '../component.mjs';
import { share } from './score.mjs';
import { reshuffled, shuffled } from './shuffle.mjs';

/**
 * One question: shows its state, checks it and gives every chosen or missed choice its reason.
 *
 * The state is `chosen`, `checked` and `order`; the page always follows from it through `show`.
 */
export class Question extends Component {
  /**
   * @param {HTMLElement} $root the form
   * @param {object} quiz
   * @param {import('./answers.mjs').Answers} quiz.answers
   * @param {DOMStringMap} quiz.texts
   * @param {(value: number) => string} quiz.number writes a number in the page's language
   * @param {(verdict: string) => Node} quiz.verdict
   * @param {(kept: boolean) => void} quiz.changed
   */
  constructor($root, quiz) {
    super($root);
    this.quiz = quiz;
    this.id = $root.dataset.question ?? '';
    this.hash = $root.dataset.hash ?? '';
    this.points = Number($root.dataset.points);
    this.$choices = this.elements('[data-choice]');
    this.ids = this.$choices.map(($choice) => $choice.dataset.choice ?? '');
    this.right = new Set(
      this.elements('[data-correct]').map(($answer) => $answer.dataset.answer ?? ''),
    );
    this.$check = this.find('button[type="submit"]', HTMLButtonElement);
    this.$fieldset = this.find('fieldset', HTMLFieldSetElement);

    /** Ids of the chosen choices. @type {string[]} */
    this.chosen = [];
    this.checked = false;
    /** Ids of all choices as this attempt shows them. */
    this.order = this.ids;
    this.stored = false;

    this.load();
    $root.addEventListener('change', () => this.choose());
    $root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    this.part('again').addEventListener('click', () => {
      this.restart();
      this.focus();
    });
  }

  /** @returns {number} the points earned; 0 before checking */
  get earned() {
    return this.checked ? share(this.right, this.chosen) * this.points : 0;
  }

  /** Takes the state from the store, at the start and when another tab has changed it. */
  load() {
    const stored = this.quiz.answers.read(this.id);
    const answer = stored === 'newer' ? null : stored;
    const current = answer?.hash === this.hash ? answer : null;
    this.stored = stored !== null;
    this.chosen = (current?.chosen ?? []).filter((id) => this.ids.includes(id));
    this.checked = (current?.checked ?? false) && this.chosen.length > 0;
    this.order = this.completed(current?.order) ?? this.firstOrder();
    this.part('changed').hidden = !answer || current !== null;
    this.show();
  }

  /** @param {string[] | undefined} order */
  completed(order) {
    return order && [...order].sort().join() === [...this.ids].sort().join() ? order : null;
  }

  /** The order of the first attempt comes from the hash: stable before anything is stored. */
  firstOrder() {
    return this.fixed ? this.ids : shuffled(this.ids, parseInt(this.hash, 16));
  }

  get fixed() {
    return this.$root.dataset.type === 'true-false';
  }

  choose() {
    this.chosen = this.inputs().filter(($input) => $input.checked).map(($input) => $input.value);
    this.result('');
    this.save();
  }

  check() {
    if (this.checked) return;
    if (this.chosen.length === 0) return this.result(this.quiz.texts.textChoose);
    this.checked = true;
    this.show();
    this.part('again').focus();
    this.save();
  }

  /** Begins the next attempt at this question. */
  restart() {
    this.chosen = [];
    this.checked = false;
    this.order = this.fixed ? this.ids : reshuffled(this.order);
    this.show();
    this.save();
  }

  /** Forgets the answer here and in the store. */
  clear() {
    this.quiz.answers.remove(this.id);
    this.load();
  }

  save() {
    const { hash, chosen, checked, order } = this;
    this.stored = true;
    this.part('changed').hidden = true;
    this.quiz.changed(this.quiz.answers.write(this.id, { hash, chosen, checked, order }));
  }

  focus() {
    this.inputs()[0].focus();
  }

  show() {
    const $list = this.part('choices');
    for (const id of this.order) $list.append(this.$choices[this.ids.indexOf(id)]);
    for (const $input of this.inputs()) $input.checked = this.chosen.includes($input.value);
    for (const $choice of this.$choices) this.showFeedback($choice);
    this.$fieldset.disabled = this.checked;
    this.$check.hidden = this.$check.disabled = this.checked;
    this.part('again').hidden = !this.checked;
    const $answers = this.part('answers');
    $answers.hidden = !this.checked;
    if (!this.checked) $answers.removeAttribute('open');
    this.result(this.checked ? this.resultText() : '');
  }

  /** @param {HTMLElement} $choice */
  showFeedback($choice) {
    const id = $choice.dataset.choice ?? '';
    const chosen = this.chosen.includes(id);
    const right = this.right.has(id);
    const $input = /** @type {HTMLInputElement} */ ($choice.querySelector('input'));
    $choice.querySelector('.ck-choice__feedback')?.remove();
    $choice.removeAttribute('data-verdict');
    $input.removeAttribute('aria-describedby');
    if (!this.checked || !(chosen || right)) return;

    const verdict = right ? (chosen ? 'right' : 'missed') : 'wrong';
    const $feedback = document.createElement('div');
    $feedback.className = 'ck-choice__feedback';
    $feedback.id = `${$input.id}/feedback`;
    $feedback.append(this.quiz.verdict(verdict));
    const $why = this.$root.querySelector(`[data-answer="${id}"] [data-part="why"]`);
    if ($why) $feedback.append($why.cloneNode(true));
    $choice.dataset.verdict = verdict;
    $choice.append($feedback);
    $input.setAttribute('aria-describedby', $feedback.id);
  }

  resultText() {
    const { textRight, textPartly, textWrong } = this.quiz.texts;
    const text =
      this.earned === this.points ? textRight : this.earned > 0 ? textPartly : textWrong;
    const { number } = this.quiz;
    return fill(text, { points: number(this.earned), total: number(this.points) });
  }

  /** Writes the line that screen readers announce. @param {string | undefined} text */
  result(text) {
    const $result = this.part('result');
    if ($result.textContent !== text) $result.textContent = text ?? '';
  }

  inputs() {
    return /** @type {HTMLInputElement[]} */ (this.elements('.ck-choices input'));
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  elements(selector) {
    return [...this.$root.querySelectorAll(selector)].map(($e) => /** @type {HTMLElement} */ ($e));
  }
}
