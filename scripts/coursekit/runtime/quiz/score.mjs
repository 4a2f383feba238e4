// @ts-check

/**
 * The share of the points that an answer earns: (right chosen − wrong chosen) / number of right
 * ones, never below 0. The vectors in tests/components/score.yml hold it.
 *
 * @param {ReadonlySet<string>} right
 * @param {readonly string[]} chosen
 */
export function share(right, chosen) {
  const hits = chosen.filter((choice) => right.has(choice)).length;
  return Math.max(0, (hits - (chosen.length - hits)) / right.size);
}
