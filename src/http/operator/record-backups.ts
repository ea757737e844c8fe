import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { recordsPlace, recordsStep, type RecordsStep } from '../../jobs/centers/record-backup.ts';
import { registryObject } from '../../jobs/new-ids.ts';
import { fail } from '../../model/failures.ts';
import { KINDS } from '../../model/records.ts';
import { inThisInvocation } from '../../platform/invocation.ts';
import { enteredAct, OPERATOR, operatorIn } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import type { Services } from '../services.ts';
import { actOn } from './centers.ts';

const asked = z.object({ backup: z.uuid(), place: recordsPlace.nullable() });
const coming = z.object({ kind: z.enum(KINDS), backup: z.uuid() });

/**
 * What `npm run backup -- --records` and the restore of such a backup ask. `POST …/backup/records` with `{backup, place}` (null to begin) answers one line of
 * JSON, which has the next place, and behind it the records of this one as JSON Lines, deflated (RFC 1951). `POST …/return/records/{kind}?backup=…` takes
 * them back as gzip'd JSON Lines; they may come twice.
 */
export function recordBackupRoutes(
  services: Pick<Services, 'everything' | 'importRecords'>,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { everything } = services;
  routes.post('/:ccid/backup/records', async (c) => {
    const input = asked.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) return failed(c, fail('backup-place', 'body').failure);
    const ccid = c.req.param('ccid');
    const { backup, place } = input.data;
    const step = async () =>
      answered(await recordsStep(everything(), ccid, { reader: `backup ${backup}`, place }));
    if (place !== null) return step();
    // Whose records they are is told in its own log, too.
    const row = actOn('center.backup-records');
    return enteredAct(c, { row, who: OPERATOR }, () => enteredAct(c, { row, who: operatorIn(ccid) }, step));
  });
  routes.post('/:ccid/return/records/:kind', (c) =>
    enteredAct(c, { row: actOn('center.return'), who: OPERATOR }, () => takenBack(c, services)),
  );
  return routes;
}

async function takenBack(
  c: Context<AppEnv>,
  { everything, importRecords }: Pick<Services, 'everything' | 'importRecords'>,
): Promise<Response> {
  const input = coming.safeParse({ kind: c.req.param('kind'), backup: c.req.query('backup') });
  const { body } = c.req.raw;
  if (!input.success || !body) return failed(c, fail('backup-line', 'body', { name: 'records' }).failure);
  const { kind, backup } = input.data;
  const ccid = c.req.param('ccid') ?? '';
  const returning = await registryObject(everything().registry).returning(ccid);
  if (returning !== backup) return failed(c, fail('backup-not-begun', 'backup').failure);
  const bytes = Number(c.req.header('content-length') ?? Number.NaN);
  const report = await importRecords({
    ccid,
    kind,
    body,
    gzip: true,
    bytes: Number.isNaN(bytes) ? null : bytes,
    shutOut: async () => null,
    returning: true,
  });
  if (!report.ok) return failed(c, report.failure);
  const { inserted, rejected, stoppedAtLine } = report.value;
  if (stoppedAtLine !== undefined)
    return failed(c, fail('backup-line', 'body', { name: `${kind}, ${stoppedAtLine}` }).failure);
  // Refused are those alone that were erased.
  return c.json({ inserted, erased: rejected });
}

function answered({ chunks, ...head }: RecordsStep): Response {
  const parts = chunks()[Symbol.asyncIterator]();
  let told = false;
  const pull = inThisInvocation(async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (!told) {
      told = true;
      return controller.enqueue(new TextEncoder().encode(`${JSON.stringify(head)}\n`));
    }
    const next = await parts.next();
    if (next.done) controller.close();
    else controller.enqueue(next.value);
  });
  const cancel = async () => void (await parts.return?.());
  const body = new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 });
  return new Response(body, { headers: { 'Content-Type': 'application/octet-stream' } });
}
