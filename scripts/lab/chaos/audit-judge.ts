import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { ChainCheck } from '../../../src/model/audit/chain.ts';
import type { AuditItem } from '../../../src/model/audit/entry.ts';
import type { Session } from '../../../src/client/session.ts';
import { historyOf, jobsOf } from './neighbour-lists.ts';
import type { Act } from './witness.ts';

/** What makes a job. */
const CREATE = 'job.create';

const point = z.object({ id: z.number(), hash: z.string() });
const ends = z.object({ anchor: point, head: point });

/** What an audit log of a contact center says, and what is wrong with its chain. */
export interface ReadLog {
  readonly items: readonly AuditItem[];
  readonly wrong: readonly string[];
}

/** Reads the whole log of the session's contact center, and checks its chain. */
export async function readLog(session: Session): Promise<ReadLog> {
  const chain = await session.get('/audit/chain', ends);
  const answer = await session.send('/audit?orderField=id&descAsc=false', {
    headers: { accept: 'application/x-ndjson' },
  });
  if (!chain || !answer.ok || !answer.body) return { items: [], wrong: ['the audit log cannot be read'] };
  const items: AuditItem[] = [];
  for await (const line of createInterface({ input: Readable.fromWeb(answer.body) }))
    if (line !== '') items.push(JSON.parse(line) as AuditItem); // as the service writes it; what is none has no hash that fits
  const check = new ChainCheck(sha256Hex, chain.anchor, chain.head);
  const wrong: string[] = [];
  for (const item of items) {
    const problem = await check.take(item);
    if (problem) wrong.push(`link ${problem.id} of the audit log is ${problem.kind}`);
  }
  const problem = await check.close();
  if (problem) wrong.push(`link ${problem.id} of the audit log is ${problem.kind}`);
  return { items, wrong: wrong.slice(0, 1) };
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Acts that were answered as done and that no log tells of. */
export function unentered(acts: readonly Act[], logs: readonly ReadLog[]): readonly string[] {
  const entered = new Set(logs.flatMap(({ items }) => items.map(({ requestId }) => requestId)));
  return acts
    .filter(({ requestId }) => !entered.has(requestId))
    .map(
      ({ what, requestId }) => `${what} (${requestId}) was done, and no entry of the audit log tells of it`,
    );
}

/** A center's jobs beyond those that its log knows to have been asked for: also what a kill left unanswered has its entry. */
export async function jobsWithoutEntry(session: Session, { items }: ReadLog): Promise<readonly string[]> {
  const jobs = new Set((await jobsOf(session)).map(({ id }) => id));
  for (const { parentId } of await historyOf(session)) jobs.add(parentId);
  const asked = items.filter(({ action }) => action === CREATE).length;
  return jobs.size > asked
    ? [`there are ${jobs.size} jobs, and ${asked} entries that one was asked for`]
    : [];
}
