import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { COMES_LAST, type BackupLine } from '../../src/model/backup.ts';
import { KINDS } from '../../src/model/records.ts';
import { CommandError } from '../cli/command.ts';
import { askPatiently, type Operated } from '../operator/ask-operator.ts';
import { backupLines, type BackupFile, type ReadBackup } from './read-backup.ts';
import { ReturningRecords } from './returning-records.ts';

/** Lines of one request at most, and their characters: the one that is more ends it. */
const LINES = 200;
const UNITS = 500_000;
/** What objects have still to tell D1 at the end is waited for. */
const TRIES = 24;
const BETWEEN_MS = 5_000;

const took = z.object({
  invitations: z.array(z.object({ name: z.string(), invitation: z.string() })),
  erased: z.record(z.enum(KINDS), z.int()),
});
const ended = z.object({ missing: z.record(z.string(), z.int()) });

/** What came back, and what has to be done by hand. */
export interface BroughtBack {
  readonly ccid: string;
  readonly at: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Each user's link by which a password is chosen. */
  readonly invitations: ReadonlyMap<string, string>;
  /** Where jobs' files went to, whose secret has to be given anew. */
  readonly destinations: readonly { readonly job: number; readonly endpoint: string }[];
}

type Ask = (call: string, body: unknown) => Promise<unknown>;

/** Brings a contact center back from its backup. Cut off it is begun again: what is there already is told once more, and changes nothing. */
export async function bringCenterBack(
  operated: Operated,
  from: BackupFile,
  { head, counts }: ReadBackup,
): Promise<BroughtBack> {
  const { ccid, at, backup } = head;
  const ask: Ask = (call, body) =>
    askPatiently(operated, `centers/${ccid}/return/${call}`, { method: 'POST', body });
  await ask('begin', head);
  const invitations = new Map<string, string>();
  const destinations: { job: number; endpoint: string }[] = [];
  const records = new ReturningRecords((kind, body) => ask(`records/${kind}?backup=${backup}`, body));
  const send = async (lines: readonly BackupLine[]): Promise<void> => {
    const answer = took.parse(await ask('lines', { backup, audit: head.audit.anchor, lines }));
    for (const { name, invitation } of answer.invitations) invitations.set(name, invitation);
    records.left(answer.erased);
    for (const line of lines)
      if (line.kind === 'job' && line.destination)
        destinations.push({ job: line.id, endpoint: String(line.destination['endpoint']) });
  };
  const last: BackupLine[] = [];
  for await (const lines of portions(withoutRecords(backupLines(from), { records, last }))) await send(lines);
  await records.end();
  const expected = {
    ...Object.fromEntries(Object.entries(counts).filter(([what]) => !isAcknowledged(what))),
    ...records.expected,
  };
  const over = { backup, audit: head.audit.head.id };
  await everythingThere(operated, () =>
    ask('end', { ...over, counts: without(expected, COMES_LAST), more: true }),
  );
  for (let first = 0; first < last.length; first += LINES) await send(last.slice(first, first + LINES));
  await everythingThere(operated, () => ask('end', { ...over, counts: expected }));
  return { ccid, at, counts, invitations, destinations };
}

/** What is there once it was answered, and is not counted in the end. */
const isAcknowledged = (what: string): boolean =>
  what === 'media' || what === 'erased' || KINDS.some((kind) => kind === what);

const without = (counts: Readonly<Record<string, number>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(counts).filter(([what]) => !names.includes(what)));

async function everythingThere({ signal }: Operated, ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { missing } = ended.parse(await ask());
    const left = Object.entries(missing);
    if (left.length === 0) return;
    if (tries === TRIES)
      throw new CommandError(
        `Not all of it is there yet; restore it once more in a while. Missing: ${left.map(([what, count]) => `${count} ${what}`).join(', ')}.`,
      );
    await sleep(BETWEEN_MS, undefined, { signal });
  }
}

/** Lines but those of records, which are sent meanwhile, and those that come last. */
async function* withoutRecords(
  lines: AsyncIterable<BackupLine>,
  { records, last }: { readonly records: ReturningRecords; readonly last: BackupLine[] },
): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if (line.kind === 'records') await records.take(line);
    else if (line.kind === 'row' && COMES_LAST.includes(line.table)) last.push(line);
    else {
      // What was erased is removed from what stands before it.
      if (line.kind === 'erased') await records.end();
      yield line;
    }
  }
}

/** Lines between head and end, a request's worth at a time. */
async function* portions(lines: AsyncIterable<BackupLine>): AsyncGenerator<readonly BackupLine[]> {
  let portion: BackupLine[] = [];
  let units = 0;
  for await (const line of lines) {
    if (line.kind === 'center' || line.kind === 'end') continue;
    portion.push(line);
    units += JSON.stringify(line).length;
    if (portion.length < LINES && units < UNITS) continue;
    yield portion;
    [portion, units] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}
