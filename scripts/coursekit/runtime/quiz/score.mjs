// @ts-check
// What share of a question's points an answer earns; `model/score.py` says the same, and lists the
// values. The vectors in tests/vectors/scores.yml hold both.

/**
 * @typedef {{ accepted: string[], forgive: boolean }} Typed what may be typed into a gap
 * @typedef {{ number: number, tolerance: number }} Quantity
 * @typedef {string[] | Record<string, string | Typed> | Quantity | null} Key the right answer
 */

const SHARES = {
  'single-choice': shareOfChoices,
  'multiple-choice': shareOfChoices,
  'true-false': shareOfChoices,
  matching: shareOfParts,
  ordering: shareOfOrder,
  cloze: shareOfParts,
  numeric: shareOfNumber,
  categorise: shareOfParts,
};

/**
 * The share of the points, 0 to 1; null when such a question is never scored.
 *
 * @param {string | undefined} type
 * @param {any} right the type's Key
 * @param {any} answer
 * @returns {number | null}
 */
export function share(type, right, answer) {
  const score = SHARES[/** @type {keyof typeof SHARES} */ (type)];
  return score ? score(right, answer) : null;
}

/**
 * Whether a part is right: the id that belongs there, or an accepted text.
 *
 * @param {string | Typed} wanted
 * @param {string | undefined} given
 */
export function fits(wanted, given = '') {
  if (typeof wanted === 'string') return given === wanted;
  return wanted.accepted.some((word) => sameWord(word, given, wanted.forgive));
}

/**
 * The number in a text, with comma or point as its decimal mark and spaces anywhere.
 *
 * @param {string} text
 * @returns {number | null}
 */
export function readNumber(text) {
  const plain = text.replace(/\s/g, '').replaceAll(',', '.').replaceAll('\u2212', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/**
 * (right chosen − wrong chosen) / number of right ones, never below 0.
 *
 * @param {string[]} right
 * @param {string[]} chosen
 */
function shareOfChoices(right, chosen) {
  const given = new Set(chosen);
  const hits = right.filter((id) => given.has(id)).length;
  return Math.max(0, hits - (given.size - hits)) / right.length;
}

/**
 * How many of the pairs that follow each other do so in the answer.
 *
 * @param {string[]} right
 * @param {string[]} given
 */
function shareOfOrder(right, given) {
  const hits = right.filter((id, at) => {
    const place = given.indexOf(id);
    return at > 0 && place > 0 && given[place - 1] === right[at - 1];
  }).length;
  return hits / (right.length - 1);
}

/**
 * @param {Record<string, string | Typed>} right
 * @param {Record<string, string>} given
 */
function shareOfParts(right, given) {
  const wanted = Object.entries(right);
  return wanted.filter(([id, part]) => fits(part, given[id])).length / wanted.length;
}

/**
 * @param {Quantity} right
 * @param {string} typed
 */
function shareOfNumber(right, typed) {
  const found = readNumber(typed);
  // 0.1 + 0.2 is not 0.3 in binary: a hair more than the tolerance is let through.
  const slack = right.tolerance + 1e-9 * Math.max(1, Math.abs(right.number));
  return found !== null && Math.abs(found - right.number) <= slack ? 1 : 0;
}

/**
 * @param {string} word
 * @param {string} typed
 * @param {boolean} forgive whether letters may be typed without their dots and rings
 */
function sameWord(word, typed, forgive) {
  const wanted = [...normal(word)];
  const given = [...normal(typed)];
  return (
    wanted.length === given.length &&
    wanted.every((letter, at) => letter === given[at] || (forgive && plainLetter(letter) === given[at]))
  );
}

/** @param {string} letter */
function plainLetter(letter) {
  return letter === 'ö' ? 'o' : 'äå'.includes(letter) ? 'a' : letter;
}

/** @param {string} text */
function normal(text) {
  return text.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
}
