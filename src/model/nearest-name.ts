/**
 * The name that a misspelt one is nearest to, told by the letters to add, take away, change or swap with the next one; those of
 * the other case cost nothing. Of names as near as each other the first. Null where there is no name at all.
 */
export function nearestName(wrong: string, names: readonly string[]): string | null {
  // A name in a request may be of any length; no declared one comes near these.
  const given = lastPart(wrong).slice(0, 64).toLowerCase();
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const distance = distanceOf(given, lastPart(name).toLowerCase());
    if (distance >= least) continue;
    nearest = name;
    least = distance;
  }
  return nearest;
}

/** `media` of `jobParams.media`. */
const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Damerau's distance in its plain form (optimal string alignment), a row of the table at a time. */
function distanceOf(left: string, right: string): number {
  const [from, to] = [Array.from(left), Array.from(right)];
  let before: readonly number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [index, letter] of from.entries()) {
    const next = [index + 1];
    for (const [at, other] of to.entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      const swapped =
        letter === to[at - 1] && other === from[index - 1] ? (before[at - 1] ?? 0) + 1 : changed;
      next.push(Math.min(changed, swapped, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
