import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import { entriesAfter } from './audit-entries.ts';
import { addUser, config, makeApp, newCenter, type Failed } from './harness.ts';

const KEY = 'k'.repeat(32);
const { app, settled } = makeApp({ config: { ...config, operatorKey: new Secret(KEY) } });

const entries = entriesAfter(settled);

const ask = (path: string, body: object, key = KEY) =>
  app.request(`/udm/operator/${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const codeOf = async (response: Response): Promise<string> =>
  (await response.json<Failed>()).status.detail.code;

describe('the operator', () => {
  it('adds the first user and client of a contact center, until it has an administrator who can sign in', async () => {
    const ccid = newCenter();
    const client = await ask('clients', { ccid, name: 'first', roles: ['exporter'] });
    expect([client.status, await client.json()]).toMatchObject([
      201,
      { ccid, name: 'first', id: expect.any(String) },
    ]);
    const admin = { ccid, name: 'admin', roles: ['administrator'] };
    const invited = await ask('users', admin);
    expect([invited.status, await invited.json()]).toMatchObject([
      201,
      { ccid, name: 'admin', invitation: expect.stringContaining('/invitation#') },
    ]);
    const other = { ccid, name: 'root', roles: ['administrator'], password: 'a long enough secret' };
    expect(await (await ask('users', other)).json()).toEqual({
      ccid,
      id: 'root',
      name: 'root',
      roles: ['administrator'],
    });
    for (const path of ['users', 'clients'])
      expect(await codeOf(await ask(path, { ccid, name: 'more', roles: [] }))).toBe(
        'center-has-administrator',
      );
    expect((await ask('users', { ...other, ccid: newCenter() })).status).toBe(201);
  });

  it('may ask again where an answer was lost: the user is invited anew, the client has another secret', async () => {
    const ccid = newCenter();
    const admin = { ccid, name: 'admin', roles: ['administrator'] };
    const client = { ccid, name: 'first', roles: ['exporter'] };
    const told = async (path: string, body: object) =>
      (await ask(path, body)).json<{ id: string; secret?: string; invitation?: string }>();
    const [first, again] = [await told('users', admin), await told('users', admin)];
    const token = ({ invitation = '' }: { invitation?: string }) => invitation.replace(/^.*#/, '');
    expect(token(again)).not.toBe(token(first));
    const [before, after] = [await told('clients', client), await told('clients', client)];
    expect([after.id, after.secret === before.secret]).toEqual([before.id, false]);
    const accept = (of: typeof first) =>
      app.request('/auth/v3/invitation', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token: token(of), password: 'a long enough secret' }),
      });
    expect([(await accept(first)).ok, (await accept(again)).ok]).toEqual([false, true]);
    for (const [path, body] of [
      ['users', admin],
      ['clients', client],
    ] as const)
      expect(await codeOf(await ask(path, body))).toBe('center-has-administrator');
  });

  it('adds nobody where administrators come from an outside issuer, and stands in both logs', async () => {
    const ccid = newCenter();
    const added = await ask('users', { ccid, name: 'first', roles: ['exporter'] });
    expect(added.status).toBe(201);
    const objects = [`center:${ccid}`, 'user:first'];
    for (const chain of [null, ccid]) {
      const entry = (await entries(chain)).findLast((item) => item.objects.includes(`center:${ccid}`));
      expect(entry).toMatchObject({
        actor: { type: 'operator' },
        action: 'user.add',
        outcome: 'done',
        objects,
      });
    }
    await env.DB.prepare(
      `INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at, issuer, issuer_subject)
        VALUES (?, 'olga', 'olga', '', '["administrator"]', 0, 'https://issuer.test', '7')`,
    )
      .bind(ccid)
      .run();
    for (const path of ['users', 'clients'])
      expect(await codeOf(await ask(path, { ccid, name: 'more', roles: [] }))).toBe(
        'center-has-administrator',
      );
  });

  it('is told what is wrong', async () => {
    const ccid = newCenter();
    await addUser('u', { ccid, password: 'p', roles: ['exporter'] });
    expect(await codeOf(await ask('users', { ccid, name: 'u', roles: [] }))).toBe('name-taken');
    expect(await codeOf(await ask('users', { ccid, name: 'x', roles: ['king'] }))).toBe('not-an-account');
    expect(await codeOf(await ask('clients', { ccid: 'a/b', name: 'x', roles: [] }))).toBe('not-an-account');
    expect(await codeOf(await ask('users', { ccid, name: 'x', roles: [], password: 'short' }))).toBe(
      'password-length',
    );
    expect((await ask('users', { ccid, name: 'x', roles: [] }, 'other')).status).toBe(401);
  });
});
