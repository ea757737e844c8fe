import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { BackupHead, BackupLine } from '../../src/model/backup.ts';
import { CommandError } from '../cli/command.ts';
import { askPatiently, type Operated } from '../operator/ask-operator.ts';
import { backupLines, type BackupFile, type ReadBackup } from './read-backup.ts';

/** Lines of one request at most, and their characters: the one that is more ends it. */
const LINES = 200;
const UNITS = 500_000;
/** What objects have still to tell D1 at the end is waited for. */
const TRIES = 24;
const BETWEEN_MS = 5_000;

const took = z.object({ invitations: z.array(z.object({ name: z.string(), invitation: z.string() })) });
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

/** Brings a contact center back from its backup. Cut off it is begun again: what is there already is told once more, and changes nothing. */
export async function bringCenterBack(
  operated: Operated,
  from: BackupFile,
  { head, counts }: ReadBackup,
): Promise<BroughtBack> {
  const { ccid, at, backup } = head;
  const ask = (call: string, body: unknown) =>
    askPatiently(operated, `centers/${ccid}/return/${call}`, { method: 'POST', body });
  await ask('begin', head);
  const invitations = new Map<string, string>();
  const destinations: { job: number; endpoint: string }[] = [];
  for await (const lines of portions(backupLines(from))) {
    const answer = took.parse(await ask('lines', { backup, audit: head.audit.anchor, lines }));
    for (const { name, invitation } of answer.invitations) invitations.set(name, invitation);
    for (const line of lines)
      if (line.kind === 'job' && line.destination)
        destinations.push({ job: line.id, endpoint: String(line.destination['endpoint']) });
  }
  await end(operated, head, (body) => ask('end', { ...body, counts }));
  return { ccid, at, counts, invitations, destinations };
}

async function end(
  { signal }: Operated,
  { backup, audit }: BackupHead,
  ask: (body: { backup: string; audit: number }) => Promise<unknown>,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { missing } = ended.parse(await ask({ backup, audit: audit.head.id }));
    const left = Object.entries(missing);
    if (left.length === 0) return;
    if (tries === TRIES)
      throw new CommandError(
        `Not all of it is there yet; restore it once more in a while. Missing: ${left.map(([what, count]) => `${count} ${what}`).join(', ')}.`,
      );
    await sleep(BETWEEN_MS, undefined, { signal });
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
