import { createHash } from 'node:crypto';
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wakeActive } from '../../src/jobs/start-due.ts';
import { deliverSlice, type DeliveryContext } from '../../src/jobs/delivery/deliver.ts';
import type { DeliveryProtocol } from '../../src/model/delivery-protocol.ts';
import { outsideFetch, type OutsideCall } from '../../src/platform/outside-fetch.ts';
import { inLength } from '../support/mode.ts';
import { S3_BUCKET } from '../support/s3-key.ts';
import { eventually } from '../support/waiting.ts';
import {
  consumerOf,
  deliveryOf,
  destinationOf,
  finishedRun,
  isOpen,
  later,
  local,
  messageOf,
  noting,
  objectOf,
  objectsBelow,
  readObject,
  expectShown,
  slice,
  withLargeFile,
  type Delivered,
} from './delivery-world.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const prefixOf = ({ ccid, job, run }: Delivered) => `${ccid}/${job.id}/${run}/`;
const ownFile = async ({ ccid, run }: Delivered) => {
  const row = await env.DB.prepare(
    'SELECT name, key, sha256, size FROM artifacts WHERE ccid = ? AND history_id = ?',
  )
    .bind(ccid, run)
    .first<{ name: string; key: string; sha256: string; size: number }>();
  if (!row) throw new Error('no artifact');
  return row;
};

describe('the files of a Finished run', () => {
  it('are copied to the bucket of the job, whole, and the history says so', async () => {
    const delivered = await finishedRun();
    const file = await ownFile(delivered);
    await expectShown(delivered, { state: 'waiting', files: 1, filesDelivered: 0, bytes: file.size });
    await slice(delivered);
    const shown = await expectShown(delivered, { state: 'delivered', code: '', filesDelivered: 1 });
    expect(shown).toMatchObject({
      bucket: S3_BUCKET,
      prefix: prefixOf(delivered),
      bytesDelivered: file.size,
    });
    expect(shown.endedAt).not.toBe('');
    const there = await readObject(`${prefixOf(delivered)}${file.name}`);
    expect(there?.length).toBe(file.size);
    expect(
      createHash('sha256')
        .update(there ?? new Uint8Array())
        .digest('hex'),
    ).toBe(file.sha256);
    const events = await objectOf(delivered).events(delivered.run);
    expect(events?.at(-1)).toMatchObject({ event: 'delivered', files: 1, bytes: file.size });
    // A message that comes again finds nothing to do.
    await slice(delivered, { ask: () => Promise.reject(new Error('nobody is to be asked')) });
  });

  it('are copied nowhere where the job has no destination', async () => {
    const delivered = await finishedRun(async () => null);
    expect(await deliveryOf(delivered)).toBeUndefined();
    expect(await objectOf(delivered).leaseDelivery(delivered.run)).toMatchObject({ ok: false });
  });

  it('go in parts, over as many slices as they need, one part at a time', async () => {
    const delivered = await finishedRun();
    const bytes = await withLargeFile(delivered);
    const uploads = new Map<string, string>();
    for (let slices = 0; slices < 4; slices += 1) {
      let steps = 0;
      // Each slice has time for one part.
      const now = () => (steps++ > 2 ? Number.MAX_SAFE_INTEGER : 0);
      await slice(delivered, { ask: noting(uploads), now, sliceMs: 1 });
    }
    await expectShown(delivered, { state: 'delivered' });
    expect(uploads.size).toBe(1);
    const [key] = await objectsBelow(prefixOf(delivered));
    expect(Buffer.compare((await readObject(key ?? '')) ?? new Uint8Array(), bytes)).toBe(0);
  });
});

/** A consumer that dies at its n-th step: before it is done, or after, with nobody hearing of it. */
class Killed extends Error {}
function mortal(
  delivered: Delivered,
  ask: OutsideCall,
  { step, after }: { readonly step: number; readonly after: boolean },
): { readonly context: DeliveryContext; readonly steps: () => number } {
  let steps = 0;
  let dead = false;
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed();
    const mine = (steps += 1) === step;
    dead ||= mine;
    if (mine && !after) throw new Killed();
    const answer = await call();
    if (dead) throw new Killed();
    return answer;
  };
  const context = consumerOf(delivered);
  const job = new Proxy(context.job, {
    get:
      (inner, name: keyof DeliveryProtocol) =>
      (...args: unknown[]) =>
        // The protocol's methods, with their own arguments.
        through(() => (inner[name] as (...given: unknown[]) => Promise<unknown>)(...args)),
  });
  return {
    steps: () => steps,
    context: { ...context, job, ask: (...asked) => through(() => ask(...asked)) },
  };
}

describe('a consumer that dies at any step', () => {
  it.each([false, true])('is gone on from, and nothing stays open (after the step: %s)', async (after) => {
    const stride = inLength(7, 1);
    const total = 14;
    for (let step = after ? inLength(4, 1) : 1; step <= total; step += stride) {
      const delivered = await finishedRun();
      const bytes = await withLargeFile(delivered);
      const uploads = new Map<string, string>();
      const { context, steps } = mortal(delivered, noting(uploads), { step, after });
      await deliverSlice(context, messageOf(delivered)).catch(() => undefined);
      for (let tries = 0; tries < 3; tries += 1) {
        await later(delivered);
        await slice(delivered, { ask: noting(uploads) });
      }
      await expectShown(delivered, { state: 'delivered', bytesDelivered: bytes.length });
      const names = await objectsBelow(prefixOf(delivered));
      expect([step, names.length]).toEqual([step, 1]);
      expect(Buffer.compare((await readObject(names[0] ?? '')) ?? new Uint8Array(), bytes)).toBe(0);
      // One that was begun and could be told to nobody is found by listing alone, which this server does not have.
      const untold = steps() <= 3;
      for (const [id, key] of uploads)
        if (!untold) expect([step, id, await isOpen(key, id)]).toEqual([step, id, false]);
      vi.useRealTimers();
      vi.useFakeTimers({ toFake: ['Date'] });
    }
  });

  it('leaves an upload that nobody heard of to whoever comes next, where it can be listed', async () => {
    const delivered = await finishedRun();
    await withLargeFile(delivered);
    const uploads = new Map<string, string>();
    // It leases, begins an upload, and dies before it can tell.
    const { context } = mortal(delivered, noting(uploads), { step: 2, after: true });
    await deliverSlice(context, messageOf(delivered)).catch(() => undefined);
    const [[stray = '', key = ''] = []] = uploads;
    expect(await isOpen(key, stray)).toBe(true);
    await later(delivered);
    const listing: OutsideCall = async (address, init, patience) => {
      const { searchParams } = new URL(address);
      if (init?.method !== 'GET' || !searchParams.has('uploads')) return local(address, init, patience);
      expect(searchParams.get('prefix')).toBe(key);
      return new Response(
        `<R><Upload><Key>${key}</Key><UploadId>${stray}</UploadId></Upload><Upload><Key>${key}.other</Key><UploadId>x</UploadId></Upload></R>`,
      );
    };
    await slice(delivered, { ask: listing });
    await expectShown(delivered, { state: 'delivered' });
    expect(await isOpen(key, stray)).toBe(false);
  });

  it('lets one that comes late do nothing: the lease is another one’s', async () => {
    const delivered = await finishedRun();
    await withLargeFile(delivered);
    let late = false;
    const slow: OutsideCall = async (...asked) => {
      const answer = await local(...asked);
      if (asked[1]?.method === 'PUT' && !late) {
        late = true;
        await later(delivered);
        await slice(delivered);
      }
      return answer;
    };
    await slice(delivered, { ask: slow });
    const shown = await expectShown(delivered, { state: 'delivered', filesDelivered: 1 });
    expect(shown.code).toBe('');
    expect(await objectsBelow(prefixOf(delivered))).toHaveLength(1);
  });
});

describe('a delivery that fell silent', () => {
  const alarmOf = (delivered: Delivered) =>
    runInDurableObject(objectOf(delivered), (_, { storage }) => storage.getAlarm());
  /** Neither a message nor an alarm is left of it. */
  const silence = (delivered: Delivered) =>
    runInDurableObject(objectOf(delivered), (_, { storage }) => storage.deleteAlarm());
  const wake = () => wakeActive({ db: env.DB, objects: env.EXPORT_JOB });

  it('is gone on with by the clock, whether it waits or was begun, and one that is over is left alone', async () => {
    const waiting = await finishedRun();
    const begun = await finishedRun();
    await objectOf(begun).leaseDelivery(begun.run);
    const over = await finishedRun();
    await slice(over);
    for (const [delivered, state] of [
      [waiting, 'waiting'],
      [begun, 'delivering'],
      [over, 'delivered'],
    ] as const) {
      await expectShown(delivered, { state });
      await silence(delivered);
    }
    expect(await wake()).toBe(2);
    expect(await alarmOf(over)).toBeNull();
    for (const delivered of [waiting, begun]) {
      expect(await alarmOf(delivered)).not.toBeNull();
      await later(delivered);
      await slice(delivered);
      await expectShown(delivered, { state: 'delivered' });
    }
    expect(await wake()).toBe(0);
  });
});

describe('a delivery that fails', () => {
  const expectFailing = async (delivered: Delivered, code: string, change: Partial<DeliveryContext> = {}) => {
    await slice(delivered, change);
    const shown = await expectShown(delivered, { state: 'waiting', code } as never);
    expect(shown.nextTryAt).not.toBe('');
    expect(
      (await env.DB.prepare('SELECT status FROM runs WHERE id = ?').bind(delivered.run).first())?.['status'],
    ).toBe('FINISHED');
  };
  const answering =
    (answer: (address: string | URL, init: RequestInit) => Response | null): OutsideCall =>
    async (address, init = {}, patience) =>
      answer(address, init) ?? local(address, init, patience);

  it.each([
    ['delivery-key', (ccid: string) => destinationOf(ccid, { secretAccessKey: 'another' })],
    ['delivery-key', (ccid: string) => destinationOf(ccid, { accessKeyId: 'AKIDNOBODY' })],
    ['delivery-no-bucket', (ccid: string) => destinationOf(ccid, { bucket: 'nowhere' })],
    ['delivery-secret', (ccid: string) => destinationOf(ccid, { secret: 'gone.AAAA.AAAA' })],
    ['delivery-away', (ccid: string) => destinationOf(ccid, { endpoint: 'http://127.0.0.1:9' })],
  ] as const)('waits, its run stays Finished, and it says why: %s', async (code, destination) => {
    const delivered = await finishedRun(destination);
    await expectFailing(delivered, code);
    // Nothing is tried before its time; after a minute it is, and with what is right by then.
    await slice(delivered, { ask: () => Promise.reject(new Error('nobody is to be asked')) });
    await objectOf(delivered).setDestination(await destinationOf(delivered.ccid));
    await slice(delivered);
    const shown = await expectShown(delivered, { state: 'delivered', code: '' });
    expect(shown.filesDelivered).toBe(1);
  });

  it('goes on by itself after an outage', async () => {
    const delivered = await finishedRun();
    await expectFailing(delivered, 'delivery-away', {
      ask: answering(() => new Response('busy', { status: 503 })),
    });
    await later(delivered, 61_000);
    await slice(delivered);
    const shown = await expectShown(delivered, { state: 'delivered' });
    expect(shown.code).toBe('');
  });

  it('goes through one answer of 503', async () => {
    const delivered = await finishedRun();
    let refused = 0;
    const once = answering(() => (refused++ === 0 ? new Response(null, { status: 503 }) : null));
    await slice(delivered, { ask: once });
    await expectShown(delivered, { state: 'delivered' });
    expect(refused).toBeGreaterThan(1);
  });

  it.each([
    [
      'another size',
      (answer: Response) => new Headers({ ...Object.fromEntries(answer.headers), 'Content-Length': '7' }),
    ],
    [
      'another ETag',
      (answer: Response) => new Headers({ ...Object.fromEntries(answer.headers), ETag: '"other"' }),
    ],
  ] as const)('does not count what arrived in %s: it is sent anew', async (_, change) => {
    const delivered = await finishedRun();
    const bytes = await withLargeFile(delivered);
    const uploads = new Map<string, string>();
    const lying: OutsideCall = async (address, init, patience) => {
      const answer = await noting(uploads)(address, init, patience);
      return init?.method === 'HEAD' ? new Response(null, { headers: change(answer) }) : answer;
    };
    await expectFailing(delivered, 'delivery-changed', { ask: lying });
    await later(delivered, 61_000);
    await slice(delivered, { ask: noting(uploads) });
    await expectShown(delivered, { state: 'delivered', bytesDelivered: bytes.length });
    expect(uploads.size).toBe(2);
  });

  it('follows no redirect, and asks no private address but in local development', async () => {
    const asked: string[] = [];
    const redirecting = outsideFetch({ local: false }, async (url) => {
      asked.push(url);
      return new Response(null, { status: 307, headers: { Location: 'http://169.254.169.254/' } });
    });
    const elsewhere = await finishedRun((ccid) => destinationOf(ccid, { endpoint: 'https://8.8.8.8' }));
    await expectFailing(elsewhere, 'delivery-redirected', { ask: redirecting });
    expect(asked).toHaveLength(1);
    for (const endpoint of [
      'https://127.0.0.1:9',
      'https://169.254.169.254',
      'https://10.0.0.1',
      'https://[::1]',
    ]) {
      const inside = await finishedRun((ccid) => destinationOf(ccid, { endpoint }));
      await expectFailing(inside, 'delivery-private', { ask: redirecting });
    }
    expect(asked).toHaveLength(1);
  });

  it('is enough with a key that may only write, where the checksum fits, and says where it cannot tell', async () => {
    const delivered = await finishedRun();
    const blind = answering((_, { method }) =>
      method === 'HEAD' ? new Response(null, { status: 403 }) : null,
    );
    await slice(delivered, { ask: blind });
    expect((await expectShown(delivered, { state: 'delivered' })).code).toBe('');
    const other = await finishedRun();
    const opaque: OutsideCall = async (address, init, patience) => {
      const answer = await blind(address, init, patience);
      return init?.method === 'PUT' ? new Response(null, { headers: { ETag: '"opaque"' } }) : answer;
    };
    await expectFailing(other, 'delivery-unseen', { ask: opaque });
  });

  it('is over after a day without anything copied: with an event for webhooks, and a notice', async () => {
    const delivered = await finishedRun((ccid) => destinationOf(ccid, { endpoint: 'https://8.8.8.8' }));
    await env.DB.prepare(
      "INSERT INTO users (ccid, name, name_folded, password_hash, roles, created_at) VALUES (?, 'maker', 'maker', '', '[]', 0)",
    )
      .bind(delivered.ccid)
      .run();
    const ask = answering(() => new Response('<Error><Code>AccessDenied</Code></Error>', { status: 403 }));
    let tries = 0;
    for (; tries < 20; tries += 1) {
      await slice(delivered, { ask });
      const { state, nextTryAt } = await expectShown(delivered, { code: 'delivery-forbidden' });
      if (state === 'failed') break;
      await later(delivered, Date.parse(nextTryAt) - Date.now() + 1);
    }
    expect(tries).toBe(11);
    await expectShown(delivered, { state: 'failed', code: 'delivery-forbidden', nextTryAt: '' });
    const events = await objectOf(delivered).events(delivered.run);
    expect(events?.at(-1)).toMatchObject({ event: 'delivery-failed', code: 'delivery-forbidden' });
    const user = await env.DB.prepare("SELECT notices FROM users WHERE ccid = ? AND name = 'maker'")
      .bind(delivered.ccid)
      .first<{ notices: string }>();
    expect(user?.notices).toContain('delivery-failed');
    // Somebody asks for it again, with a destination that works.
    await objectOf(delivered).setDestination(await destinationOf(delivered.ccid));
    expect(await objectOf(delivered).deliverAgain(delivered.run)).toEqual({ ok: true, value: null });
    vi.useRealTimers();
    await slice(delivered);
    await expectShown(delivered, { state: 'delivered', code: '' });
  });
});

describe('what is left open in the bucket', () => {
  /** A delivery with an upload under way. */
  const halfway = async () => {
    const delivered = await finishedRun();
    await withLargeFile(delivered);
    const uploads = new Map<string, string>();
    const { context } = mortal(delivered, noting(uploads), { step: 5, after: true });
    await deliverSlice(context, messageOf(delivered)).catch(() => undefined);
    const [[id = '', key = ''] = []] = uploads;
    expect(await isOpen(key, id)).toBe(true);
    return { delivered, open: () => isOpen(key, id) };
  };
  const abort = (delivered: Delivered, change: Partial<DeliveryContext> = {}) =>
    deliverSlice(consumerOf(delivered, change), messageOf(delivered, 0));

  it('is aborted where the destination becomes another, and all goes there', async () => {
    const { delivered, open } = await halfway();
    await objectOf(delivered).setDestination(await destinationOf(delivered.ccid, { prefix: 'moved/{run}/' }));
    await expectShown(delivered, { state: 'waiting', prefix: `moved/${delivered.run}/` });
    await abort(delivered, { ask: () => Promise.reject(new Error('away')) });
    expect(await open()).toBe(true);
    await abort(delivered);
    expect(await open()).toBe(false);
    expect(await objectOf(delivered).leftUploads()).toEqual([]);
    await slice(delivered);
    await expectShown(delivered, { state: 'delivered' });
    expect(await objectsBelow(`moved/${delivered.run}/`)).toHaveLength(1);
  });

  it('is aborted where the destination is removed, and the delivery ends', async () => {
    const { delivered, open } = await halfway();
    await objectOf(delivered).setDestination(null);
    await expectShown(delivered, { state: 'ended', code: 'delivery-no-destination' });
    await abort(delivered);
    expect(await open()).toBe(false);
  });

  it('is aborted where the files are deleted, and the delivery ends with its own words', async () => {
    const { delivered, open } = await halfway();
    const { name } = await ownFile(delivered);
    await objectOf(delivered).removeFiles(delivered.run, [name]);
    await expectShown(delivered, { state: 'ended', code: 'delivery-files-gone' });
    await abort(delivered);
    expect(await open()).toBe(false);
    expect(await objectOf(delivered).deliverAgain(delivered.run)).toEqual({
      ok: false,
      failure: 'nothing-to-deliver',
    });
  });

  it('is aborted where the job is deleted, whose object stays until then', async () => {
    const { delivered, open } = await halfway();
    await objectOf(delivered).remove();
    await runDurableObjectAlarm(objectOf(delivered));
    expect(await objectOf(delivered).leftUploads()).toHaveLength(1);
    await abort(delivered);
    expect(await open()).toBe(false);
    await eventually(async () => {
      await later(delivered, 10_000);
      expect(await objectOf(delivered).destination()).toBeNull();
    });
  });
});
