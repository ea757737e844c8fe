import { createHmac } from 'node:crypto';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/config/wrap.ts';
import { deliverDue } from '../../src/jobs/webhooks/deliver-due.ts';
import { secretContext, type TellMail } from '../../src/jobs/webhooks/send.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { toldMail } from '../../src/http/told-mail.ts';
import { WEBHOOK_EVENTS } from '../../src/model/webhook.ts';
import type { Mail } from '../../src/platform/mail.ts';
import { OutsideAway, outsideFetch } from '../../src/platform/outside-fetch.ts';
import { tellWhatEnds } from '../../src/store/outbox.ts';
import { project } from '../../src/store/projection.ts';
import {
  addWebhook,
  changeWebhook,
  findWebhook,
  newestDeliveries,
  type Webhook,
} from '../../src/store/webhooks.ts';
import { projection } from '../http/lists/sample-lists.ts';
import { carryOut, config, firstRun, importAll, interaction, newCenter, submit } from '../support/center.ts';
import { endedItem } from '../support/waiting.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 26);
const SECRET = Uint8Array.from({ length: 32 }, (_, n) => n);

let count = 0;
async function webhookOf(ccid: string, change: Partial<Webhook> = {}): Promise<Webhook> {
  const id = `w-${(count += 1)}`;
  const webhook: Webhook = {
    id,
    ccid,
    jobId: null,
    url: `https://${id}.example/hook`,
    events: WEBHOOK_EVENTS,
    secret: await wrap(config.wrapKeys, secretContext({ ccid, id }), SECRET),
    previousSecret: null,
    previousUntil: null,
    createdAt: START,
    createdBy: 'somebody',
    failingSince: null,
    disabledAt: null,
    disabledBy: null,
    auditTo: null,
    ...change,
  };
  await addWebhook(env.DB, webhook);
  return webhook;
}

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The clock, a network that answers as `answer` says, and what was sent. */
function world(
  answer: (sent: Sent) => Response | Error = () => new Response(null, { status: 204 }),
  mail: TellMail | null = null,
) {
  const sent: Sent[] = [];
  const clock = { now: Date.now() + 1_000 };
  const context = {
    db: env.DB,
    now: () => clock.now,
    wrapKeys: config.wrapKeys,
    origin: 'https://udm.example',
    mail,
    audit: env.AUDIT,
    fetch: async (url: string, init: RequestInit) => {
      const one = { url, headers: new Headers(init.headers), body: init.body as string }; // as it is sent
      sent.push(one);
      const answered = answer(one);
      if (answered instanceof Error) throw answered;
      return answered;
    },
  };
  return { sent, clock, deliver: () => deliverDue(context) };
}

/** Puts down events of the job with ten times this id, as its projection does. */
async function happened(ccid: string, jobId: number, ...ns: readonly number[]) {
  const told = ns.map((n) => ({
    n,
    run: jobId + 1,
    at: START,
    event: 'run.finished' as const,
    data: { files: 1, bytes: n },
  }));
  await project(env.DB, { ...projection(ccid, jobId), told });
}
const ids = (sent: readonly Sent[]) => sent.map(({ headers }) => headers.get('webhook-id'));
const states = async (webhook: Webhook) =>
  (await newestDeliveries(env.DB, webhook, 100)).toReversed().map(({ state, tries }) => [state, tries]);

describe('what happens to a run', () => {
  it('is told in its order, signed, by whoever hears of it, and by nobody else', async () => {
    const ccid = await newCenter('told');
    const [all, failures] = [await webhookOf(ccid), await webhookOf(ccid, { events: ['run.failed'] })];
    const other = await webhookOf(await newCenter('other'));
    await importAll(ccid, 'interactions', [interaction('A')]);
    const job = await submit(ccid);
    const ofAnother = await webhookOf(ccid, { jobId: job.id + 100 });
    const ofIt = await webhookOf(ccid, { jobId: job.id });
    await carryOut(ccid, job);
    await endedItem(ccid, job, 'Finished');
    const { sent, deliver } = world();
    await deliver();
    const to = (webhook: Webhook) => sent.filter(({ url }) => url === webhook.url);
    for (const webhook of [failures, other, ofAnother]) expect(to(webhook)).toEqual([]);
    for (const webhook of [all, ofIt]) {
      const told = to(webhook);
      expect(ids(told)).toEqual([`job-${job.id}-1`, `job-${job.id}-2`]);
      const ids0 = { contactCenter: ccid, jobId: job.id, historyId: firstRun(job) };
      const link = `https://udm.example/history/${firstRun(job)}`;
      expect(told.map(({ body }) => JSON.parse(body))).toEqual([
        { type: 'run.started', timestamp: expect.any(String), data: { ...ids0, link } },
        {
          type: 'run.finished',
          timestamp: expect.any(String),
          data: { ...ids0, files: 1, bytes: expect.any(Number), link },
        },
      ]);
      for (const { headers, body } of told) {
        const signed = `${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`;
        const mac = createHmac('sha256', SECRET).update(signed).digest('base64');
        expect(headers.get('webhook-signature')).toBe(`v1,${mac}`);
      }
    }
    await deliver();
    expect(sent).toHaveLength(4);
  });

  it('is told of a run that was cancelled', async () => {
    const ccid = await newCenter('cancelled');
    await webhookOf(ccid);
    const job = await submit(ccid);
    await jobObject(env.EXPORT_JOB, ccid, job.id).cancel();
    const { sent, deliver } = world();
    await deliver();
    expect(sent.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['run.cancelled']);
  });

  it('is put down once, however often it is projected', async () => {
    const ccid = await newCenter('once');
    const webhook = await webhookOf(ccid);
    await happened(ccid, 900_100, 1, 2);
    await happened(ccid, 900_100, 1, 2, 3);
    expect(await states(webhook)).toEqual([1, 2, 3].map(() => ['waiting', 0]));
  });
});

describe('a delivery that does not come', () => {
  it('is tried with growing pauses for a day, what follows of its job behind it, and others not', async () => {
    const ccid = await newCenter('pauses');
    const webhook = await webhookOf(ccid);
    await happened(ccid, 900_200, 1, 2);
    await happened(ccid, 900_300, 1);
    const tries: number[] = [];
    const at = { now: 0 };
    const { sent, clock, deliver } = world(({ headers }) => {
      if (headers.get('webhook-id') !== 'job-9002000-1') return new Response('thanks');
      tries.push(at.now);
      return new Response('down', { status: 503 });
    });
    const began = clock.now;
    for (let rounds = 0; rounds < 14; rounds += 1) {
      at.now = (clock.now - began) / MINUTE;
      await deliver();
      const next = await env.DB.prepare(
        "SELECT min(next_at) AS at FROM deliveries WHERE webhook = ? AND state = 'waiting'",
      )
        .bind(webhook.id)
        .first<{ at: number | null }>();
      // Nothing is tried before its time.
      if (next?.at) clock.now = next.at - 1;
      await deliver();
      clock.now += 1;
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 871, 1231]);
    const mine = sent.filter(({ url }) => url === webhook.url);
    expect(ids(mine).slice(-2)).toEqual(['job-9002000-1', 'job-9002000-2']);
    expect(new Set(ids(mine).slice(0, 2))).toEqual(new Set(['job-9002000-1', 'job-9003000-1']));
    expect(await states(webhook)).toEqual([
      ['given-up', 12],
      ['delivered', 1],
      ['delivered', 1],
    ]);
    const [, , first] = await newestDeliveries(env.DB, webhook, 3);
    expect(first).toMatchObject({ status: 503, answer: 'down' });
    expect((await findWebhook(env.DB, ccid, { id: webhook.id, kind: 'events' }))?.failingSince).toBeNull();
  });

  it('disables its webhook after three days, with a notice to whoever added it', async () => {
    const ccid = await newCenter('hopeless');
    await env.DB.prepare(
      "INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at) VALUES (?, 'adder', 'adder', '', '[]', 0)",
    )
      .bind(ccid)
      .run();
    const webhook = await webhookOf(ccid, { createdBy: 'adder' });
    const { clock, deliver } = world(() => new OutsideAway('it redirects'));
    for (let day = 0; day < 4; day += 1) {
      await happened(ccid, 900_400 + day, 1);
      await deliver();
      clock.now += DAY;
    }
    const disabled = await findWebhook(env.DB, ccid, { id: webhook.id, kind: 'events' });
    expect(disabled).toMatchObject({ disabledBy: 'failures', disabledAt: expect.any(Number) });
    const found = await newestDeliveries(env.DB, webhook, 10);
    expect(found.every(({ state }) => state === 'given-up')).toBe(true);
    expect(found[0]).toMatchObject({ status: null, answer: 'it redirects' });
    const user = await env.DB.prepare("SELECT notices FROM users WHERE ccid = ? AND name = 'adder'")
      .bind(ccid)
      .first<{ notices: string }>();
    expect(user?.notices).toContain('webhook-disabled');
    // What happens meanwhile is not told later.
    await happened(ccid, 900_500, 1);
    expect(await newestDeliveries(env.DB, webhook, 10)).toHaveLength(4);
  });

  it('is none of a private address, nor of one that leads elsewhere', async () => {
    const ccid = await newCenter('private');
    const hooks = [
      await webhookOf(ccid, { url: 'https://169.254.169.254/latest' }),
      await webhookOf(ccid, { url: 'https://8.8.8.8/elsewhere' }),
    ];
    await happened(ccid, 900_600, 1);
    const asked: string[] = [];
    const fetch = outsideFetch({ local: false }, async (url) => {
      asked.push(url);
      return new Response(null, { status: 302, headers: { Location: 'http://127.0.0.1/' } });
    });
    await deliverDue({
      db: env.DB,
      now: () => Date.now() + 1_000,
      wrapKeys: config.wrapKeys,
      origin: null,
      mail: null,
      audit: env.AUDIT,
      fetch,
    });
    expect(asked).toEqual(['https://8.8.8.8/elsewhere']);
    for (const webhook of hooks) {
      const [delivery] = await newestDeliveries(env.DB, webhook, 1);
      expect(delivery).toMatchObject({ state: 'waiting', tries: 1, status: null });
    }
  });

  it('is given up where its webhook is switched off, and fails where its secret cannot be read', async () => {
    const ccid = await newCenter('off');
    const webhook = await webhookOf(ccid);
    const unreadable = await webhookOf(ccid, { secret: 'gone.AAAA.AAAA' });
    await happened(ccid, 900_650, 1);
    await changeWebhook(env.DB, webhook, { disabledAt: START, disabledBy: 'somebody' });
    const { sent, deliver } = world();
    await deliver();
    expect(sent.filter(({ url }) => [webhook.url, unreadable.url].includes(url))).toEqual([]);
    expect(await states(webhook)).toEqual([['given-up', 1]]);
    expect(await states(unreadable)).toEqual([['waiting', 1]]);
  });

  it('is signed by the secret before, too, for a day', async () => {
    const ccid = await newCenter('rotated');
    const webhook = await webhookOf(ccid);
    const { sent, clock, deliver } = world();
    const previousUntil = clock.now + DAY;
    await changeWebhook(env.DB, webhook, { previousSecret: webhook.secret, previousUntil });
    await happened(ccid, 900_700, 1);
    await deliver();
    clock.now += DAY;
    await happened(ccid, 900_701, 1);
    await deliver();
    const mine = sent.filter(({ url }) => url === webhook.url);
    const signatures = mine.map(({ headers }) => headers.get('webhook-signature')?.split(' ').length);
    expect(signatures).toEqual([2, 1]);
  });
});

describe('a mail address', () => {
  const address = (ccid: string, change: Partial<Webhook> = {}) =>
    webhookOf(ccid, { url: 'mailto:exports@acme.example', secret: '', ...change });

  it('is told of its job in order, again after a pause where the mail was not taken, and never by https', async () => {
    const ccid = await newCenter('mailed');
    const webhook = await address(ccid);
    await happened(ccid, 900_850, 1, 2);
    const mails: Mail[] = [];
    let refused = true;
    const mail = toldMail(async (one) => {
      mails.push(one);
      return refused ? { sent: false, reason: 'no such mailbox' } : { sent: true };
    }, 'https://udm.example');
    const { sent, clock, deliver } = world(undefined, mail);
    await deliver();
    expect(mails.map(({ to }) => to)).toEqual(['exports@acme.example']);
    expect(
      (await newestDeliveries(env.DB, webhook, 2)).map(({ status, answer }) => [status, answer]),
    ).toEqual([
      [null, ''],
      [null, 'no such mailbox'],
    ]);
    expect(
      (await findWebhook(env.DB, ccid, { id: webhook.id, kind: 'events' }))?.failingSince,
    ).not.toBeNull();
    refused = false;
    await deliver();
    expect(mails).toHaveLength(1);
    clock.now += MINUTE + 1;
    await deliver();
    expect(await states(webhook)).toEqual([
      ['delivered', 2],
      ['delivered', 1],
    ]);
    expect(mails.map(({ text }) => /job-9008500-\d/.exec(text)?.[0])).toEqual([
      'job-9008500-1',
      'job-9008500-1',
      'job-9008500-2',
    ]);
    expect((await newestDeliveries(env.DB, webhook, 1))[0]).toMatchObject({ status: 250, answer: '' });
    expect(sent).toEqual([]);
  });

  it('fails like any other where the deployment sends no mails any more, and is disabled after three days', async () => {
    const ccid = await newCenter('unmailed');
    const webhook = await address(ccid);
    const { clock, deliver } = world();
    for (let day = 0; day < 4; day += 1) {
      await happened(ccid, 900_860 + day, 1);
      await deliver();
      clock.now += DAY;
    }
    expect((await newestDeliveries(env.DB, webhook, 1))[0]?.answer).toContain('sends no mails');
    expect(await findWebhook(env.DB, ccid, { id: webhook.id, kind: 'events' })).toMatchObject({
      disabledBy: 'failures',
    });
  });
});

describe('what ends soon', () => {
  it('is told once: files three days before, certificates 30 and 7 days before', async () => {
    const ccid = await newCenter('ends');
    const webhook = await webhookOf(ccid);
    const told = async (now: number) => {
      await tellWhatEnds(env.DB, now);
      await tellWhatEnds(env.DB, now);
      return (await newestDeliveries(env.DB, webhook, 10)).map(({ eventId }) => eventId);
    };
    const fixed = projection(ccid, 900_800);
    await project(env.DB, fixed);
    const expires = fixed.runs[0]?.artifacts[0]?.expiresAt ?? 0;
    const files = `files-${fixed.runs[0]?.view.id}`;
    expect(await told(expires - 4 * DAY)).not.toContain(files);
    expect(await told(expires - 3 * DAY + 1)).toContain(files);
    const row = await env.DB.prepare('SELECT not_after AS at FROM certificates WHERE ccid = ?')
      .bind(ccid)
      .first<{ at: number }>();
    const end = row?.at ?? 0;
    const certificate = `certificate-${'f'.repeat(64)}`;
    expect((await told(end - 31 * DAY)).filter((id) => id.startsWith('certificate'))).toEqual([]);
    await told(end - 29 * DAY);
    expect((await told(end - 6 * DAY)).filter((id) => id.startsWith('certificate')).toSorted()).toEqual([
      `${certificate}-30`,
      `${certificate}-7`,
    ]);
    const [delivery] = await newestDeliveries(env.DB, webhook, 1);
    expect(delivery?.data).toEqual({
      contactCenter: ccid,
      fingerprint: 'f'.repeat(64),
      notAfter: new Date(end).toISOString(),
    });
  });
});
