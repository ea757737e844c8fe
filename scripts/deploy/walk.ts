import { CommandError } from '../cli/command.ts';
import type { Found, Resource } from './resource.ts';
import type { World } from './world.ts';

/** What a walk is for: to make what is missing, to tell of drift, to tell what would be made. */
export type Mode = 'make' | 'check' | 'dry-run';

/** How many things were as they should be, and how many were not. */
export interface Walked {
  readonly right: number;
  readonly other: number;
}

/** The word of a thing that is absent, of one that is different, and of what is looked after rather than made. */
const WORDS: Readonly<Record<Mode, Readonly<Record<'absent' | 'different' | 'checks', string>>>> = {
  make: { absent: 'made', different: 'changed', checks: 'passed' },
  check: { absent: 'MISSING', different: 'DIFFERS', checks: 'NOT PROVEN' },
  'dry-run': { absent: 'would make', different: 'would change', checks: 'would check' },
};

/** Goes through the resources in their order, and prints a line about each. Throws before anything is made where a name is taken. */
export async function walk(world: World, resources: readonly Resource[], mode: Mode): Promise<Walked> {
  const seen: Found[] = [];
  for (const resource of resources) seen.push(await resource.look(world));
  const taken = resources.flatMap(({ title }, index) => {
    const found = seen[index];
    return found?.is === 'foreign' ? [`  - ${title}: ${found.why}.`] : [];
  });
  if (taken.length > 0)
    throw new CommandError(
      ['Nothing was made or changed: names are taken by things that are not of this service.', ...taken].join(
        '\n',
      ),
    );
  let other = 0;
  for (const [index, resource] of resources.entries()) {
    // What was made before may have put it right, or wrong.
    const first = seen[index];
    const found = first && (mode !== 'make' || other === 0) ? first : await resource.look(world);
    if (found.is === 'right') {
      line('ok', resource.title, found.note);
      continue;
    }
    other += 1;
    if (mode === 'make') await make(world, resource);
    line(wordOf(resource, mode, found), resource.title, aboutOf(resource, mode, found));
  }
  return { right: resources.length - other, other };
}

/** Says what would be made where nothing can be looked at. */
export function listAll(resources: readonly Resource[]): void {
  for (const resource of resources)
    line(wordOf(resource, 'dry-run', { is: 'absent' }), resource.title, resource.about);
}

async function make(world: World, resource: Resource): Promise<void> {
  try {
    await resource.make(world);
  } catch (error) {
    if (!(error instanceof Error) || world.signal.aborted) throw error;
    throw new CommandError(
      `Stopped at: ${resource.title}.\n${error.message}\nWhat stands above is there; the same command goes on from here.`,
      { cause: error },
    );
  }
}

function wordOf({ checks }: Resource, mode: Mode, { is }: Found): string {
  if (checks) return WORDS[mode].checks;
  return WORDS[mode][is === 'absent' ? 'absent' : 'different'];
}

/** In what a thing differs or did; of what has passed, what was looked after. */
const aboutOf = ({ about, checks }: Resource, mode: Mode, found: Found): string | undefined =>
  found.is === 'different' && !(checks && mode === 'make') ? found.how : about;

function line(word: string, title: string, about: string | undefined): void {
  // Over what was said of how far it is.
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.log(`  ${word.padEnd(12)} ${title}${about ? ` (${about})` : ''}`);
}
