// @ts-check
import { Component, fill } from '../component.mjs';
import { Answers } from './answers.mjs';
import { Question } from './question.mjs';

/** A bank of questions on a page: the sum of the questions, and what is done to all of them. */
export class Quiz extends Component {
  /** @param {HTMLElement} $root */
  constructor($root) {
    super($root);
    const { course = '', bank = '', language } = $root.dataset;
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.texts = $root.dataset;
    this.number = (/** @type {number} */ value) => format.format(value);
    this.answers = new Answers(course, bank);
    /** @type {Question[]} */
    this.questions = [];
    for (const $form of $root.querySelectorAll('[data-part="question"]')) {
      this.questions.push(new Question(/** @type {HTMLElement} */ ($form), this));
    }
    this.listen();
    this.part('end').hidden = false;
    this.part('not-kept').hidden = this.kept();
    this.showTotal();
  }

  listen() {
    this.part('again-wrong').addEventListener('click', () => {
      this.restart(this.questions.filter((question) => question.earned < question.points));
    });
    this.part('again-all').addEventListener('click', () => this.restart(this.questions));
    this.part('clear').addEventListener('click', () => this.clear());
    this.answers.watch((id) => this.reload((question) => question.id === id));
    // A page kept in the browser's memory hears no storage events.
    addEventListener('pageshow', ({ persisted }) => persisted && this.reload(() => true));
  }

  /** Whether answers will be there next time: the store works and nothing newer is in the way. */
  kept() {
    return (
      this.answers.works() &&
      this.questions.every((question) => this.answers.read(question.id) !== 'newer')
    );
  }

  /** @param {(question: Question) => boolean} which */
  reload(which) {
    this.questions.filter(which).forEach((question) => question.load());
    this.showTotal();
  }

  /** @param {Question[]} questions */
  restart(questions) {
    questions.forEach((question) => question.restart());
    questions[0]?.focus();
  }

  clear() {
    this.questions.forEach((question) => question.clear());
    this.showTotal();
    this.part('total').textContent = this.texts.textCleared ?? '';
    this.questions[0]?.focus();
  }

  /** Called by a question after each change. @param {boolean} kept */
  changed(kept) {
    if (!kept) this.part('not-kept').hidden = false;
    this.showTotal();
  }

  showTotal() {
    // What is never scored stands outside the count.
    const questions = this.questions.filter((question) => question.scored);
    const checked = questions.filter((question) => question.checked);
    const done = questions.length > 0 && checked.length === questions.length;
    const sum = (/** @type {(question: Question) => number} */ of) =>
      this.number(questions.reduce((total, question) => total + of(question), 0));
    const points = sum((question) => question.earned);
    const total = sum((question) => question.points);
    this.part('progress').textContent =
      questions.length > 0
        ? fill(this.texts.textProgress, { checked: checked.length, total: questions.length })
        : '';
    this.part('total').textContent = done ? fill(this.texts.textTotal, { points, total }) : '';
    this.part('again-wrong').hidden = !done || points === total;
    this.part('again-all').hidden = checked.length === 0;
    this.part('clear').hidden = !this.questions.some((question) => question.stored);
  }

  /** The words and the shape that tell right from wrong. @param {string} verdict */
  verdict(verdict) {
    return this.find(`template[data-verdict="${verdict}"]`, HTMLTemplateElement).content.cloneNode(
      true,
    );
  }
}
