import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { LEAD_MS } from '../../src/config/rings.ts';
import { Secret } from '../../src/config/secret.ts';
import { unwrap, wrap } from '../../src/config/wrap.ts';
import { destinationContext } from '../../src/jobs/delivery/deliver.ts';
import { sealContext } from '../../src/identity/add-issuer.ts';
import { factorContext } from '../../src/identity/second-factor.ts';
import { secretContext } from '../../src/jobs/webhooks/send.ts';
import type { Destination } from '../../src/model/destination.ts';
import { finishedRun, objectOf } from '../jobs/delivery-world.ts';
import { config, makeApp, newCenter, START, type Failed } from './harness.ts';

const OPERATOR_KEY = 'k'.repeat(32);
const FROM = START + LEAD_MS;
const newKey = () => new Secret(crypto.getRandomValues(new Uint8Array(32)));
const old = { id: 'old', from: START - 86_400_000, slot: 'WRAP_KEYS', key: newKey() };
const young = { id: 'young', from: FROM, slot: 'WRAP_KEYS_2', key: newKey() };
const { app, clock, services } = makeApp({
  config: { ...config, operatorKey: new Secret(OPERATOR_KEY), wrapKeys: [young, old] },
});
const { wrapKeys } = { wrapKeys: [young, old] };

const ask = (path = '', method = 'GET', body?: unknown) =>
  app.request(`/udm/operator/keys${path}`, {
    method,
    headers: { Authorization: `Bearer ${OPERATOR_KEY}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

interface Shown {
  readonly rings: Record<
    'jwt' | 'link' | 'wrap',
    readonly { id: string; slot: string; signs: boolean; left?: Record<string, number> }[]
  >;
}
const left = async (id: string) =>
  (await (await ask()).json<Shown>()).rings.wrap.find((key) => key.id === id)?.left;

/** Goes through everything; answers the sums. */
async function rewrap() {
  const sum = { rewrapped: 0, lost: 0, steps: 0 };
  for (let next: unknown = { of: 'second-factors', after: 0 }; next; sum.steps += 1) {
    const step = await (
      await ask('/rewrap', 'POST', next)
    ).json<{ rewrapped: number; lost: number; next: unknown }>();
    sum.rewrapped += step.rewrapped;
    sum.lost += step.lost;
    ({ next } = step);
  }
  return sum;
}

const plain = new TextEncoder().encode('a secret of somebody');
const wrapped = (context: string, now = START) => wrap(wrapKeys, context, Uint8Array.from(plain), now);

describe('the keys of a deployment', () => {
  it('are told to its operator by their ids, and nothing of them', async () => {
    const text = await (await ask()).text();
    const { rings } = JSON.parse(text) as Shown;
    const [jwk] = services.config.signingKeys.reveal();
    expect(rings.jwt).toMatchObject([{ id: jwk?.kid, slot: 'JWT_PRIVATE_KEY', signs: true, until: null }]);
    expect(rings.link).toHaveLength(1);
    expect(rings.wrap.map(({ id, signs }) => [id, signs])).toEqual([
      ['young', false],
      ['old', true],
    ]);
    const secrets = [
      jwk?.d,
      ...[...services.config.linkKeys, ...wrapKeys].map(({ key }) => inBase64(key.reveal())),
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect((await app.request('/udm/operator/keys')).status).toBe(401);
  });

  it('leave nothing behind: what is wrapped is wrapped anew in pages, counted, and lost only where no key opens it', async () => {
    const ccid = newCenter();
    const user = (n: number) => ({ ccid, userName: `user-${n}` });
    const put = env.DB.prepare(`INSERT INTO second_factors (ccid, user_name, secret) VALUES (?1, ?2, ?3)`);
    const texts = await Promise.all(Array.from({ length: 450 }, (_, n) => wrapped(factorContext(user(n)))));
    await env.DB.batch(texts.map((text, n) => put.bind(ccid, user(n).userName, text)));
    await put.bind(ccid, 'gone', 'forgotten.AAAA.AAAA').run();
    const hook = { ccid, id: 'w-1' };
    await env.DB.prepare(
      `INSERT INTO webhooks (id, ccid, url, events, secret, previous_secret, created_at, created_by) VALUES (?1, ?2, '', '[]', ?3, ?4, 0, '')`,
    )
      .bind(hook.id, ccid, await wrapped(secretContext(hook)), await wrapped(secretContext(hook)))
      .run();
    const issuer = { ccid, id: 'i-1' };
    await env.DB.prepare(
      `INSERT INTO issuers (id, ccid, name, issuer, audience, algorithms, claims, role_names, client_secret, created_at, created_by)
       VALUES (?1, ?2, '', 'https://id.example', 'a', '[]', '{}', '{}', ?3, 0, '')`,
    )
      .bind(issuer.id, ccid, await wrapped(sealContext(issuer)))
      .run();
    await env.DB.prepare(
      `INSERT INTO jobs (id, ccid, version, type, export_type, source, title, title_folded, schedule_type, suspended, status, file_name,
         file_name_folded, file_size, progress, created_at, started_at, view)
       VALUES (990001, ?1, 1, 'EXPORT', 'UCS', '', '', '', '', 0, 'IN_PROGRESS', '', '', 0, 0, 0, ?2, '{}')`,
    )
      .bind(ccid, START)
      .run();
    // Before the next key's time nothing is to be done: what wraps now is the old one.
    expect(await rewrap()).toMatchObject({ rewrapped: 0, lost: 1 });
    clock.now = FROM;
    const all = {
      'second-factors': 450,
      webhooks: 1,
      'webhooks-before': 1,
      issuers: 1,
      destinations: 0,
      runs: 1,
    };
    expect(await left('old')).toEqual(all);
    // One that was cut off after its first page goes on from the beginning.
    await ask('/rewrap', 'POST', { of: 'second-factors', after: 0 });
    expect(await left('old')).toEqual({ ...all, 'second-factors': 250 });
    expect(await rewrap()).toEqual({ rewrapped: 253, lost: 1, steps: 6 });
    expect(await left('old')).toEqual({
      'second-factors': 0,
      webhooks: 0,
      'webhooks-before': 0,
      issuers: 0,
      destinations: 0,
      runs: 1,
    });
    await env.DB.prepare(`UPDATE jobs SET status = 'FINISHED' WHERE id = 990001`).run();
    expect(await left('old')).toMatchObject({ runs: 0 });
    const secret = await env.DB.prepare(
      `SELECT secret FROM second_factors WHERE ccid = ?1 AND user_name = 'user-7'`,
    )
      .bind(ccid)
      .first<string>('secret');
    expect(await unwrap([young], factorContext(user(7)), secret ?? '')).toEqual(Uint8Array.from(plain));
    const refused = await ask('/rewrap', 'POST', { of: 'users', after: 0 });
    expect((await refused.json<Failed>()).status.detail.code).toBe('rewrap-place');
  });

  it('leave no secret of a bucket behind either: not of its job, of what is on its way, or of an upload that is to be aborted', async () => {
    clock.now = START;
    const placeOf = async (ccid: string, change: Partial<Destination> = {}): Promise<Destination> => {
      const id = `d-${crypto.randomUUID()}`;
      const place = { endpoint: 'https://s3.example', bucket: 'exports', region: 'r', prefix: '' };
      const secret = await wrapped(destinationContext(ccid, { id }));
      return { id, ...place, accessKeyId: 'k', secret, ...change };
    };
    const delivered = await finishedRun(placeOf);
    const { ccid, run } = delivered;
    const object = objectOf(delivered);
    const leased = await object.leaseDelivery(run);
    if (!leased.ok) throw new Error(leased.failure);
    await object.copied(leased.value.token, { step: 'opened', volume: 1, target: 'a', uploadId: 'u' });
    await object.setDestination(await placeOf(ccid, { bucket: 'another' }));
    const unreadable = await finishedRun((other) => placeOf(other, { secret: 'gone.AAAA.AAAA' }));
    expect(await left('old')).toMatchObject({ destinations: 2 });
    // What is over keeps none.
    await objectOf(unreadable).setDestination(null);
    expect(await objectOf(unreadable).wrappedSecrets()).toEqual([]);
    await objectOf(unreadable).setDestination(await placeOf(ccid, { secret: 'gone.AAAA.AAAA' }));
    clock.now = FROM;
    const before = await rewrap();
    expect(before).toMatchObject({ rewrapped: 2, lost: 2 });
    // An isolate that is slow to hear of the next key may have wrapped one by the key before.
    expect(await left('old')).toMatchObject({ destinations: 2 });
    const [moved, leaving] = [await object.destination(), (await object.leftUploads())[0]?.destination];
    const under = await object.leaseDelivery(run);
    const onItsWay = under.ok ? under.value.destination : null;
    for (const place of [moved, leaving, onItsWay])
      expect(
        await unwrap([young], destinationContext(ccid, { id: place?.id ?? '' }), place?.secret ?? ''),
      ).toEqual(Uint8Array.from(plain));
    expect(moved?.bucket).toBe('another');
    clock.now = FROM + 5 * 60_000;
    expect(await rewrap()).toMatchObject({ rewrapped: 0, lost: 2 });
    expect(await left('old')).toMatchObject({ destinations: 0 });
    expect(await left('young')).toMatchObject({ destinations: 2 });
  });
});

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
