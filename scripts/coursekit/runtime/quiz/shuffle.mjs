// @ts-check
// Reproducible chance: `model/draw.py` gives the same; tests/vectors/draws.yml holds both.

/**
 * A shuffled copy: Fisher–Yates over xorshift32, so that the same seed gives the same order.
 *
 * @param {readonly string[]} items
 * @param {number} seed
 */
export function shuffled(items, seed) {
  const copy = [...items];
  let state = seed | 0 || 1; // xorshift never leaves 0
  for (let last = copy.length - 1; last > 0; last--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

/**
 * Another order than the present one and the right one, as far as there is another.
 *
 * @param {readonly string[]} items
 * @param {readonly string[]} [right]
 */
export function reshuffled(items, right = []) {
  let copy = [...items];
  for (let tries = 0; tries < 20 && [items.join(), right.join()].includes(copy.join()); tries++) {
    copy = shuffled(items, Math.floor(Math.random() * 2 ** 32));
  }
  return copy;
}

/**
 * `n` questions of a pool, or all of a smaller one; the order in the file does not matter.
 *
 * @param {number} seed
 * @param {readonly string[]} pool
 * @param {number} n
 */
export function draw(seed, pool, n) {
  return shuffled([...pool].sort(), seed).slice(0, n);
}
