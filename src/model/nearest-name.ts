/**
 * The name that a misspelt one is nearest to, told by the letters to add, take away or change; those of the other case cost
 * nothing. Of names as near as each other the first. Null where there is no name at all.
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

/** Levenshtein's distance, a row of his table at a time. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [index, letter] of Array.from(left).entries()) {
    const next = [index + 1];
    for (const [at, other] of Array.from(right).entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
