import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { wrap } from '../../config/wrap.ts';
import { invite } from '../../identity/invitations.ts';
import { newSecret } from '../../identity/secrets.ts';
import { backupPlace, backupStep, beginBackup } from '../../jobs/centers/backup.ts';
import { beginReturn, bringBack, broughtLines, endReturn } from '../../jobs/centers/bring-back.ts';
import { secretContext } from '../../jobs/webhooks/send.ts';
import { backupHead } from '../../model/backup.ts';
import { fail } from '../../model/failures.ts';
import type { NobodysSecrets } from '../../store/backup-rows.ts';
import { enteredAct, OPERATOR, operatorIn } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import { shownInvitation } from '../invitation-link.ts';
import type { Services } from '../services.ts';
import { actOn } from './centers.ts';
import { INVITER } from './by-operator.ts';

/** Bytes of a webhook's secret. */
const SECRET_BYTES = 32;

const ended = z.object({
  backup: z.uuid(),
  audit: z.int().nonnegative(),
  counts: z.record(z.string(), z.int().nonnegative()),
  /** Whether lines are still to come. */
  more: z.boolean().default(false),
});

export type BackupServices = Pick<Services, 'config' | 'db' | 'everything' | 'now' | 'randomBytes'>;

/**
 * What `npm run backup` and `npm run restore -- --from` ask of a deployment. `POST …/backup` with a place (null to begin) answers lines and the next
 * place; no line has a secret or a record (those come by `record-backups.ts`). `POST …/return/begin` with a head, `…/return/lines` with lines and `…/return/end` with their
 * counts bring a contact center back that has nothing.
 */
export function backupRoutes(services: BackupServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const { everything } = services;
  routes.post('/:ccid/backup', async (c) => {
    const place = backupPlace.nullable().safeParse(await c.req.json().catch(() => undefined));
    if (!place.success) return failed(c, fail('backup-place', 'body').failure);
    const ccid = c.req.param('ccid');
    const { data } = place;
    if (data) return c.json(await backupStep(everything(), ccid, data));
    return enteredAct(c, { row: actOn('center.backup'), who: OPERATOR }, async () =>
      c.json(await beginBackup(everything(), ccid, crypto.randomUUID())),
    );
  });
  routes.post('/:ccid/return/begin', async (c) => {
    const head = backupHead.safeParse(await c.req.json().catch(() => null));
    if (!head.success || head.data.ccid !== c.req.param('ccid'))
      return failed(c, fail('backup-head', 'body').failure);
    return enteredAct(c, { row: actOn('center.return'), who: OPERATOR }, async () => {
      const refused = await beginReturn(everything(), head.data);
      return refused ? failed(c, refused) : c.json({});
    });
  });
  routes.post('/:ccid/return/lines', async (c) => {
    const input = broughtLines.safeParse(await c.req.json().catch(() => null));
    if (!input.success)
      return failed(c, fail('backup-line', 'lines', { name: placeOf(input.error) }).failure);
    const ccid = c.req.param('ccid');
    return enteredAct(c, { row: actOn('center.return'), who: OPERATOR }, async () => {
      const brought = await bringBack(everything(), ccid, input.data, nobodysSecrets(services));
      if (!brought.ok) return failed(c, brought.failure);
      const invitations = [];
      for (const { name, roles } of brought.value.users) {
        const given = await invite(services, { ccid, name, roles }, INVITER);
        if (given) invitations.push({ name, ...shownInvitation(c, services.config, given) });
      }
      return c.json({ invitations, erased: brought.value.erased });
    });
  });
  routes.post('/:ccid/return/end', async (c) => {
    const input = ended.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('backup-line', 'body', { name: 'end' }).failure);
    const ccid = c.req.param('ccid');
    return enteredAct(c, { row: actOn('center.return'), who: OPERATOR }, async () => {
      const end = await endReturn(everything(), ccid, input.data);
      if (!end.ok) return failed(c, end.failure);
      if (input.data.more || Object.keys(end.value.missing).length > 0) return c.json(end.value);
      // Its own log tells from here on that what stands before came back.
      return enteredAct(c, { row: actOn('center.return'), who: operatorIn(ccid) }, async () =>
        c.json(end.value),
      );
    });
  });
  return routes;
}

const placeOf = ({ issues }: z.ZodError): string => issues[0]?.path.join('.') ?? '';

function nobodysSecrets({ config, now, randomBytes }: BackupServices): NobodysSecrets {
  const bytes = (count: number) => randomBytes(count);
  return {
    hash: () => newSecret(bytes).hash,
    webhook: (webhook) =>
      wrap(config.wrapKeys, secretContext(webhook), Uint8Array.from(bytes(SECRET_BYTES)), now()),
    now: now(),
  };
}
