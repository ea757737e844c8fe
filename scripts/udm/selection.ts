import type { Command } from 'commander';
import type { components } from '../../src/client/api.d.ts';
import { CommandError } from '../cli/command.ts';
import type { Udm } from './command.ts';
import { plain } from './shown.ts';

type Filter = NonNullable<components['schemas']['SelectionRequest']['filter']>;
type List = components['schemas']['SelectionRequest']['list'];
type BulkResult = components['schemas']['BulkResult'];

/** How rows are named without their ids. */
export interface Matching {
  readonly title?: string;
  readonly type?: string;
  readonly all?: boolean;
  readonly yes?: boolean;
}

/** The options of a command that takes ids, or what matches in their place. */
export const matchingOptions = (command: Command): Command =>
  command
    .option('--title <text>', 'without ids: those with this in their title')
    .option('--type <type>', 'without ids: those of this type')
    .option('--all', 'without ids: all of them')
    .option('-y, --yes', 'does not ask');

/** What is matched, where no ids were given; throws where neither was, or both. */
export function filterOf(ids: readonly string[], { title, type, all }: Matching): Filter | null {
  const filter = { ...(title === undefined ? {} : { title }), ...(type === undefined ? {} : { type }) };
  const named = all === true || Object.keys(filter).length > 0;
  if (ids.length > 0 && named) throw new CommandError('Give ids, or what is to match, not both.');
  if (ids.length > 0) return null;
  if (!named) throw new CommandError('Give ids, or what is to match: --title, --type or --all.');
  return filter;
}

/** What is to be done to the rows that match. */
interface Question {
  readonly list: List;
  readonly filter: Filter;
  /** What is asked before: `Suspend`. */
  readonly verb: string;
  /** The rows, in one word. */
  readonly noun: string;
  readonly yes: boolean | undefined;
}

/** Counts the rows that match, shows the first of them and asks; answers the token that stands for exactly these. */
export async function confirmedSelection(
  udm: Udm,
  { list, filter, verb, noun, yes }: Question,
): Promise<string | null> {
  const { data } = await udm.session().api.POST('/udm/v10/selections', { body: { list, filter } });
  if (!data) throw new Error('the service did not show the selection');
  const { count, first, selection } = data;
  if (count === 0) {
    udm.result([], `No ${noun} matches.`);
    return null;
  }
  for (const { id, name, title } of first) udm.say(`  ${id ?? name}  ${plain(title)}`);
  if (count > first.length) udm.say(`  and ${count - first.length} more`);
  await udm.confirm(`${verb} ${count} ${noun}${count === 1 ? '' : 's'}?`, yes);
  return selection;
}

/** Tells what was done to a selection. */
export function bulkResult(udm: Udm, result: BulkResult | undefined, done: string): void {
  if (!result) throw new Error('the service did not show what it did');
  for (const { id, message } of result.refused) udm.say(`${id}: ${message}`);
  const refused = result.refused.length > 0 ? `, ${result.refused.length} refused` : '';
  udm.result(result, `${result.done} ${done}${refused}.`, '');
}
