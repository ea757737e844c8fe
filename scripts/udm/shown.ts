/** Text of others (a title, a file's name) for a terminal: control characters could move its cursor. */
export const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');

/** `2026-03-01 10:00` of an instant in ISO 8601; "-" for none. Times stay UTC. */
export const minute = (instant: string): string => (instant ? instant.slice(0, 16).replace('T', ' ') : '-');

const GAP = '  ';
/** No column is cut to less than this. */
const NARROWEST = 8;

/**
 * Rows below a head, as aligned columns. Where they are wider than `columns` the one at `elastic` gives way, with an ellipsis; `columns`
 * is null where nothing is to be cut, as for a pipe.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { elastic, columns }: { readonly elastic: number; readonly columns: number | null },
): string {
  const cells = [head, ...rows].map((row) => row.map(plain));
  const widths = head.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const all = widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  const over = columns === null ? 0 : all - columns;
  if (over > 0) widths[elastic] = Math.max(NARROWEST, (widths[elastic] ?? 0) - over);
  return cells
    .map((row) =>
      row
        .map((cell, index) => fitted(cell, widths[index] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values below each other; values that are empty are left out. */
export function sheet(fields: readonly (readonly [name: string, value: string])[]): string {
  const shown = fields.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([name]) => name.length)) + GAP.length;
  return shown.map(([name, value]) => `${name.padEnd(width)}${plain(value)}`).join('\n');
}

const fitted = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** At most `most` lines, and how many more there would be. */
export function firstLines(lines: readonly string[], most: number, total = lines.length): readonly string[] {
  const shown = lines.slice(0, most);
  return total > shown.length ? [...shown, `and ${total - shown.length} more`] : shown;
}
