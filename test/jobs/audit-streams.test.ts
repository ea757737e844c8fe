import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../durable/audit-links.ts';
import { wrap } from '../../src/config/wrap.ts';
import { putDownStreams } from '../../src/jobs/webhooks/audit-stream.ts';
import { deliverDue } from '../../src/jobs/webhooks/deliver-due.ts';
import { secretContext } from '../../src/jobs/webhooks/send.ts';
import { canonical, chainedText, GENESIS } from '../../src/model/audit/chain.ts';
import type { NewEntry } from '../../src/model/audit/entry.ts';
import { auditObjectName } from '../../src/model/object-names.ts';
import { AUDIT_EVENT } from '../../src/model/webhook.ts';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  newestDeliveries,
  type Webhook,
} from '../../src/store/webhooks.ts';
import { config } from '../support/center.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const logOf = (ccid: string) => env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(ccid)));

let requests = 0;
const entry = (change: Partial<NewEntry> = {}): NewEntry => ({
  actor: { type: 'user', name: 'anna', ccid: 'c', client: null, session: null },
  action: 'job.create',
  objects: ['job:17'],
  outcome: null,
  address: '192.0.2.1',
  userAgent: 'test',
  requestId: `request-${(requests += 1)}`,
  ...change,
});

/** Acts beside each other, as requests come: each is entered, and ended when it is done. */
const storm = (ccid: string, acts: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: acts }, async () => {
      const id = await logOf(ccid).append(entry());
      await logOf(ccid).end(id, { outcome: 'done', objects: [] });
    }),
  );

async function streamOf(ccid: string): Promise<Webhook> {
  const id = `w-${ccid}`;
  const stream: Webhook = {
    id,
    ccid,
    jobId: null,
    url: `https://${ccid}.example/siem`,
    events: [AUDIT_EVENT],
    secret: await wrap(config.wrapKeys, secretContext({ ccid, id }), new Uint8Array(32)),
    previousSecret: null,
    previousUntil: null,
    createdAt: 0,
    createdBy: 'guard',
    failingSince: null,
    disabledAt: null,
    disabledBy: null,
    auditTo: 0,
  };
  await addWebhook(env.DB, stream);
  return stream;
}
const standing = (stream: Webhook) => findWebhook(env.DB, stream.ccid, { id: stream.id, kind: 'audit' });

interface Told {
  readonly type: string;
  readonly data: {
    readonly links: readonly (Record<string, unknown> & { readonly id: number; readonly hash: string })[];
  };
}

/** The clock, and an address that takes what `takes` says. */
function world(takes: () => boolean = () => true) {
  const bodies: Told[] = [];
  const ids: string[] = [];
  const clock = { now: Date.now() + 1_000 };
  const context = {
    db: env.DB,
    now: () => clock.now,
    wrapKeys: config.wrapKeys,
    origin: null,
    mail: null,
    audit: env.AUDIT,
    fetch: async (_: string, init: RequestInit) => {
      if (!takes()) return new Response('away', { status: 503 });
      ids.push(new Headers(init.headers).get('webhook-id') ?? '');
      bodies.push(JSON.parse(init.body as string) as Told); // as it is sent
      return new Response(null, { status: 204 });
    },
  };
  /** What the clock does in a minute. */
  const minute = async () => {
    await putDownStreams(context);
    await deliverDue(context);
  };
  return { bodies, ids, clock, minute, links: () => bodies.flatMap(({ data }) => data.links) };
}

/** Every link from the first one on, in order, and as it was chained. */
function expectWhole(links: readonly { readonly id: number; readonly hash: string }[], head: number) {
  expect(links.map(({ id }) => id)).toEqual(Array.from({ length: head }, (_, n) => n + 1));
  let before = GENESIS.hash;
  for (const { hash, ...link } of links) {
    expect(hash).toBe(hashOf(chainedText(before, canonical(link))));
    before = hash;
  }
}

describe('a stream of an audit log', () => {
  it('tells every link of a storm of acts in order, after its address was away', async () => {
    const ccid = 'stormy';
    const stream = await streamOf(ccid);
    let away = true;
    const { bodies, ids, clock, minute, links } = world(() => !away);
    await storm(ccid, 60);
    await minute();
    await storm(ccid, 60);
    for (let hours = 0; hours < 5; hours += 1) {
      clock.now += 60 * MINUTE;
      await minute();
    }
    expect(links()).toEqual([]);
    expect((await standing(stream))?.failingSince).not.toBeNull();
    away = false;
    await storm(ccid, 60);
    clock.now += 6 * 60 * MINUTE;
    // One minute is enough for all that waits.
    await minute();
    expectWhole(links(), 360);
    expect(bodies.map(({ type, data }) => [type, data.links.length])).toEqual([
      [AUDIT_EVENT, 100],
      [AUDIT_EVENT, 100],
      [AUDIT_EVENT, 100],
      [AUDIT_EVENT, 60],
    ]);
    expect(ids).toEqual(['audit-1-100', 'audit-101-200', 'audit-201-300', 'audit-301-360']);
    expect(await standing(stream)).toMatchObject({ auditTo: 360, failingSince: null });
    // Where nothing is new nothing is told.
    await minute();
    expect(bodies).toHaveLength(4);
    await storm(ccid, 1);
    await minute();
    expectWhole(links(), 362);
  });

  it('gives nothing up: disabled after three days it goes on behind the last link that it took', async () => {
    const ccid = 'hopeless';
    const stream = await streamOf(ccid);
    let away = false;
    const { clock, minute, links } = world(() => !away);
    await storm(ccid, 2);
    await minute();
    away = true;
    await storm(ccid, 60);
    for (let hours = 0; hours < 90; hours += 6) {
      clock.now += 6 * 60 * MINUTE + 1;
      await minute();
    }
    expect(await standing(stream)).toMatchObject({ disabledBy: 'failures', auditTo: 4 });
    expect((await newestDeliveries(env.DB, stream, 1))[0]).toMatchObject({ state: 'given-up', status: 503 });
    away = false;
    clock.now += 10 * DAY;
    await minute();
    expect(links()).toHaveLength(4);
    await changeWebhook(env.DB, stream, { failingSince: null, disabledAt: null, disabledBy: null });
    await minute();
    expectWhole(links(), 124);
  });

  it('has few links in a delivery where they are large, and leaves out what retention has removed', async () => {
    const ccid = 'large';
    const stream = await streamOf(ccid);
    const many = Array.from({ length: 1_000 }, (_, n) => `job:${10_000_000 + n}`);
    for (let n = 0; n < 25; n += 1) await logOf(ccid).append(entry({ objects: many }));
    const { bodies, minute, links } = world();
    await minute();
    expectWhole(links(), 25);
    expect(bodies.map(({ data }) => data.links.length)).toEqual([8, 8, 8, 1]);
    expect(Math.max(...bodies.map((body) => JSON.stringify(body).length))).toBeLessThan(140_000);
    expect(await standing(stream)).toMatchObject({ auditTo: 25 });
  });

  it('is told its own log alone, and another contact center’s is told to nobody', async () => {
    const ccid = 'own';
    await streamOf(ccid);
    await storm('another', 3);
    await storm(ccid, 1);
    const { minute, links } = world();
    await minute();
    expectWhole(links(), 2);
    expect(links().map(({ actor }) => actor)).toHaveLength(2);
  });
});
