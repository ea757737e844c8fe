import type { Usage } from '../../../src/model/prices.ts';

/** An amount of everything that is billed, and what each costs. */
interface Bill {
  readonly amounts: Usage;
  readonly dollars: Readonly<Record<string, number>>;
}

/** Lists and counts that only the JSON has. */
const LEFT_OUT = ['counted'];

/**
 * Every figure of a report on a line of its own, under its path as the JSON has it; then what is billed, an item a line and a bill
 * a pair of columns. Lists are left to the JSON.
 */
export function tableOf(figures: object): string {
  const found = [...entriesOf('', figures)];
  const plain = found.flatMap(([path, value]) => (isBill(value) ? [] : [[path, String(value)]]));
  const bills = found.flatMap(([path, value]) => (isBill(value) ? [{ path, bill: value }] : []));
  return [aligned(plain), ...(bills.length > 0 ? ['', aligned(billRows(bills))] : [])].join('\n');
}

function* entriesOf(path: string, value: unknown): Generator<readonly [path: string, value: unknown]> {
  if (Array.isArray(value)) return;
  if (typeof value !== 'object' || value === null || isBill(value)) {
    yield [path, value];
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (!LEFT_OUT.includes(name)) yield* entriesOf(path ? `${path}.${name}` : name, inner);
  }
}

const isBill = (value: unknown): value is Bill =>
  typeof value === 'object' && value !== null && 'amounts' in value && 'dollars' in value;

function billRows(bills: readonly { readonly path: string; readonly bill: Bill }[]): string[][] {
  const head = ['', ...bills.flatMap(({ path }) => [path, 'US$'])];
  const names = Object.keys(bills[0]?.bill.amounts ?? {}) as (keyof Usage)[]; // the keys of a Usage
  const rows = names.map((name) => [
    name,
    ...bills.flatMap(({ bill }) => [String(bill.amounts[name] ?? 0), money(bill.dollars[name])]),
  ]);
  return [head, ...rows, ['total', ...bills.flatMap(({ bill }) => ['', money(bill.dollars['total'])])]];
}

const money = (dollars = 0): string => dollars.toFixed(4);

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      ),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}
