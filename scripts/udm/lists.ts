import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { Udm } from './command.ts';

/** Items that a list shows unless asked otherwise. */
export const LIST_SIZE = 30;

/** `--limit`, the same for every list. */
export const limitOption = (command: Command): Command =>
  command.option('--limit <n>', `at most this many (${LIST_SIZE})`, (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= 1) return value;
    throw new InvalidArgumentError('It is a whole number, 1 or more.');
  });

/** A list's answer: the items as they came with --json, their names alone with --quiet. */
export function listed(
  udm: Udm,
  page: {
    readonly items: readonly unknown[];
    readonly count: number;
    readonly text: string;
    readonly names: readonly string[];
  },
): void {
  const { items, count, text, names } = page;
  udm.result(items, text, names.join('\n'));
  if (!udm.common.json && count > items.length)
    udm.say(`and ${count - items.length} more: --limit ${count} shows all`);
}
