// @ts-check
import { Component, fill } from '../component.mjs';
import { CategoriseControl } from './categorise.mjs';
import { ChoiceControl } from './choice.mjs';
import { ClozeControl } from './cloze.mjs';
import { MatchingControl } from './matching.mjs';
import { NumericControl } from './numeric.mjs';
import { OrderingControl } from './ordering.mjs';
import { ReflectionControl } from './reflection.mjs';
import { share } from './score.mjs';

/** @type {Record<string, typeof import('./control.mjs').Control>} */
const CONTROLS = {
  'single-choice': ChoiceControl,
  'multiple-choice': ChoiceControl,
  'true-false': ChoiceControl,
  matching: MatchingControl,
  ordering: OrderingControl,
  cloze: ClozeControl,
  numeric: NumericControl,
  categorise: CategoriseControl,
  reflection: ReflectionControl,
};

/**
 * One question: keeps its answer, checks it and tells the result. Its fields belong to its control.
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
    this.control = new CONTROLS[$root.dataset.type ?? '']($root, quiz);
    this.scored = this.control.scored;
    this.points = this.scored ? Number($root.dataset.points) : 0;
    this.$check = this.find('button[type="submit"]', HTMLButtonElement);
    this.$fieldset = this.find('fieldset', HTMLFieldSetElement);

    /** What was chosen or typed. @type {import('./control.mjs').Value} */
    this.chosen = [];
    this.checked = false;
    /** Ids of what this attempt has shuffled. @type {string[]} */
    this.order = [];
    this.stored = false;
    /** Whether the learner has been told that parts are still open. */
    this.warned = false;

    this.load();
    $root.addEventListener('input', () => this.choose());
    $root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    this.part('again').addEventListener('click', () => {
      this.restart();
      this.control.focus();
    });
  }

  /** @returns {number} the points earned; 0 before checking */
  get earned() {
    if (!this.checked) return 0;
    return (share(this.$root.dataset.type, this.control.right, this.chosen) ?? 0) * this.points;
  }

  /** Takes the state from the store, at the start and when another tab has changed it. */
  load() {
    const stored = this.quiz.answers.read(this.id);
    const answer = stored === 'newer' ? null : stored;
    const same = answer?.hash === this.hash;
    const { control } = this;
    this.stored = stored !== null;
    // A text of one's own stays in sight when the question changes: nothing of it is counted.
    control.write(same || !this.scored ? answer?.chosen : null);
    this.chosen = control.read();
    this.checked = same && (answer?.checked ?? false) && !control.empty();
    this.order = this.completed(same ? answer?.order : []) ?? control.firstOrder();
    this.part('changed').hidden = !answer || same;
    this.show();
  }

  /** @param {string[] | undefined} order */
  completed(order) {
    const { ids } = this.control;
    return order && [...order].sort().join() === [...ids].sort().join() ? order : null;
  }

  choose() {
    if (this.checked && this.scored) return;
    this.chosen = this.control.read();
    this.warned = false;
    this.result(this.checked ? this.resultText() : '');
    this.save();
  }

  check() {
    if (this.checked) return;
    if (this.control.empty()) return this.result(this.$root.dataset.textFirst);
    const open = this.control.open();
    if (open && !this.warned) {
      this.warned = true;
      return this.result(fill(this.quiz.texts.textOpen, { open }));
    }
    this.checked = true;
    this.show();
    this.part('again').focus();
    this.save();
  }

  /** Begins the next attempt at this question; a text of one's own stays. */
  restart() {
    this.checked = false;
    this.order = this.control.nextOrder(this.order);
    if (this.scored) {
      this.control.write(null);
      this.chosen = this.control.read();
    }
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
    this.control.focus();
  }

  show() {
    const { control, checked } = this;
    this.warned = false;
    this.$fieldset.disabled = checked && this.scored;
    control.arrange(this.order);
    control.write(this.chosen);
    const $answers = this.part('answers');
    $answers.hidden = !checked;
    if (!checked) $answers.removeAttribute('open');
    control.showFeedback(checked);
    this.$check.hidden = this.$check.disabled = checked;
    this.part('again').hidden = !checked;
    this.result(checked ? this.resultText() : '');
  }

  resultText() {
    if (!this.scored) return this.quiz.texts.textCompare;
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
}
