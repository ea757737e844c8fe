import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { fail, type Failure } from '../../model/failures.ts';
import { auditRow, type AuditRow } from '../../model/audit/actions.ts';
import { registryObject } from '../../jobs/new-ids.ts';
import { auditObjectName } from '../../model/object-names.ts';
import { CCID } from '../../model/ccid.ts';
import { hasAdministrator } from '../../store/users.ts';
import { enteredAct, OPERATOR, operatorIn } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import { shownInvitation } from '../invitation-link.ts';
import { NewClient, NewUser } from '../openapi/schemas-access.ts';
import type { Services } from '../services.ts';
import { clientByOperator, userByOperator } from './by-operator.ts';

const ofCenter = { ccid: z.string().regex(CCID) };
const newUser = NewUser.extend(ofCenter);
const newClient = NewClient.extend(ofCenter);

export type AccountServices = Pick<Services, 'config' | 'db' | 'everything' | 'now' | 'randomBytes'>;

/**
 * What `npm run user -- --remote` asks of a deployment before there is anybody who could sign in: `POST …/users` and `POST …/clients`
 * of a contact center without an administrator who can sign in, by a password or through an outside issuer. After that the center's own people do it. Until then both may be asked again,
 * since an answer may have been lost: the same user gets another invitation, the same client another secret.
 */
export function accountRoutes(services: AccountServices): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.post('/users', async (c) => {
    const input = newUser.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('not-an-account', 'body').failure);
    const refused = await refusal(services, input.data.ccid);
    if (refused) return failed(c, refused);
    return enteredInBoth(c, { row: auditRow('addUser', 'post'), ccid: input.data.ccid }, async () => {
      const created = await userByOperator(services, input.data);
      if (!created.ok) return failed(c, created.failure);
      const { user, invitation } = created.value;
      const shown = invitation ? shownInvitation(c, services.config, invitation) : {};
      return c.json({ ccid: user.ccid, id: user.name, name: user.name, roles: user.roles, ...shown }, 201);
    });
  });
  routes.post('/clients', async (c) => {
    const input = newClient.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('not-an-account', 'body').failure);
    const refused = await refusal(services, input.data.ccid);
    if (refused) return failed(c, refused);
    return enteredInBoth(c, { row: auditRow('addClient', 'post'), ccid: input.data.ccid }, async () => {
      const { redirectUris = [] } = input.data;
      const created = await clientByOperator(services, { ...input.data, redirectUris });
      if (!created.ok) return failed(c, created.failure);
      const { ccid, id, name, roles } = created.value.client;
      return c.json({ ccid, id, name, roles, secret: created.value.secret }, 201);
    });
  });
  return routes;
}

/** Enters it in the platform's chain, and in that of the center, whose people read no other. */
function enteredInBoth(
  c: Context<AppEnv>,
  { row, ccid }: { readonly row: AuditRow; readonly ccid: string },
  answer: () => Promise<Response>,
): Promise<Response> {
  c.var.noted.made.push(`center:${ccid}`);
  // What it made is noted once, within.
  return enteredAct(c, { row: { ...row, made: null }, who: OPERATOR }, () =>
    enteredAct(c, { row, who: operatorIn(ccid) }, answer),
  );
}

async function refusal({ db, everything }: AccountServices, ccid: string): Promise<Failure | null> {
  const { registry, audit } = everything();
  // Whoever is new under a former name would read the audit log of who had it before.
  if (await registryObject(registry).isFormer(ccid)) {
    const { anchor, head } = await audit.get(audit.idFromName(auditObjectName(ccid))).ends();
    if (head.id > anchor.id) return fail('center-former', 'ccid').failure;
  }
  return (await hasAdministrator(db, ccid)) ? fail('center-has-administrator', 'ccid').failure : null;
}
