import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../../src/model/failures.ts';
import { openAdmission } from '../../../src/platform/admission.ts';
import { importAdmitted } from '../../../src/records/import/admitted.ts';
import { callerOf, makeApp, newCenter } from '../../http/harness.ts';
import { contact, utf8 } from '../records.ts';
import { stores, storeWith } from '../../support/record-stores.ts';

const NOON = '2024-02-29T12:00:00Z';
const MB = 1_000_000;

/** A body that does not end before it is told. */
function heldBody() {
  const { readable, writable } = new IdentityTransformStream();
  const writer = writable.getWriter();
  return {
    body: readable,
    end: async (id: string) => {
      await writer.write(utf8(`${contact(id, NOON)}\n`));
      await writer.close();
    },
  };
}

const coming = (ccid: string, body: ReadableStream<Uint8Array>, bytes: number | null, gzip = false) =>
  ({ ccid, kind: 'contacts', body, gzip, bytes }) as const;
const lineOf = (id: string) => new Response(`${contact(id, NOON)}\n`).body!; // a Response of a text has a body

describe('imports at the same time', () => {
  it('are let in while they fit together, by what they may weigh; others are asked to come again', async () => {
    const admission = openAdmission();
    const held = [heldBody(), heldBody(), heldBody()];
    const under = held.map(({ body }, at) =>
      importAdmitted(stores, admission, coming(`crowd-${at}`, body, [null, 20 * MB, 100 * MB][at] ?? null)),
    );
    const refused = await importAdmitted(stores, admission, coming('crowd', lineOf('d'), 100));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'imports-busy', data: { seconds: 3 } } });
    await held[0]?.end('a');
    expect(await under[0]).toMatchObject({ ok: true, value: { inserted: 1 } });
    expect(await importAdmitted(stores, admission, coming('crowd', lineOf('d'), 100))).toMatchObject({
      ok: true,
    });
    await Promise.all(held.slice(1).map(({ end }, at) => end(`b${at}`)));
    expect(await Promise.all(under)).toHaveLength(3);
  });

  it('end when whoever sends is shut out meanwhile, and write nothing more', async () => {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    let looks = 0;
    const shutOut = async () => {
      looks += 1;
      return fail('center-suspended', 'ccid').failure;
    };
    const under = importAdmitted(stores, openAdmission(), {
      ...coming('shut-out', readable, null),
      shutOut,
    });
    const lines = (from: number) =>
      utf8(Array.from({ length: 2_000 }, (_, at) => `${contact(`s${from + at}`, NOON)}\n`).join(''));
    try {
      await writer.write(lines(0));
      expect(looks).toBe(0);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
      await writer.write(lines(2_000)).catch(() => undefined);
      await writer.write(lines(4_000)).catch(() => undefined);
      expect(await under).toMatchObject({ ok: false, failure: { code: 'center-suspended' } });
      expect(looks).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of small bodies are many', async () => {
    const admission = openAdmission();
    const held = Array.from({ length: 15 }, () => heldBody());
    const under = held.map(({ body }, at) =>
      importAdmitted(stores, admission, coming(`small-${at % 2}`, body, 1_000)),
    );
    await Promise.all(held.map(({ end }, at) => end(`c${at}`)));
    expect((await Promise.all(under)).every(({ ok }) => ok)).toBe(true);
  });

  it('of one contact center leave room for those of another, however slowly they come', async () => {
    const admission = openAdmission();
    const held = [heldBody(), heldBody()];
    const under = held.map(({ body }) => importAdmitted(stores, admission, coming('slow', body, null)));
    expect(await importAdmitted(stores, admission, coming('slow', lineOf('e'), null))).toMatchObject({
      failure: { code: 'imports-busy' },
    });
    expect(await importAdmitted(stores, admission, coming('other', lineOf('e'), null))).toMatchObject({
      ok: true,
    });
    await Promise.all(held.map(({ end }, at) => end(`e${at}`)));
    expect(await Promise.all(under)).toHaveLength(2);
  });

  it('leave their place when they fail', async () => {
    const admission = openAdmission();
    const broken = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.error(new Error('connection lost')),
      });
    for (let at = 0; at < 5; at += 1)
      await expect(importAdmitted(stores, admission, coming('lost', broken(), null))).rejects.toThrow('lost');
    expect(await importAdmitted(stores, admission, coming('lost', lineOf('a'), null))).toMatchObject({
      ok: true,
    });
  });

  it('write one after the other', async () => {
    const admission = openAdmission();
    let writing = 0;
    let most = 0;
    const storeOf: typeof stores.storeOf = (ccid, type) => {
      const store = stores.storeOf(ccid, type);
      return storeWith(store, {
        take: async (batch) => {
          most = Math.max(most, ++writing);
          await scheduler.wait(10);
          try {
            return await store.take(batch);
          } finally {
            writing -= 1;
          }
        },
      });
    };
    const imports = ['a', 'b', 'c'].map((id) =>
      importAdmitted({ ...stores, storeOf }, admission, coming('turns', lineOf(id), 100)),
    );
    expect((await Promise.all(imports)).map((report) => report.ok)).toEqual([true, true, true]);
    expect(most).toBe(1);
  });

  it('are answered 503 with the time to wait where there is no room', async () => {
    const admission = openAdmission();
    const { app } = makeApp({ importRecords: (input) => importAdmitted(stores, admission, input) });
    const call = await callerOf(app, newCenter());
    const places = ['a', 'b', 'c'].map((who) => admission.imports.tryEnter(12, who));
    const post = () =>
      call('/udm/v10/import/contacts', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-ndjson' },
        body: `${contact('a', NOON)}\n`,
      });
    const refused = await post();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '3']);
    expect(await refused.json()).toMatchObject({ status: { code: 503, detail: { code: 'imports-busy' } } });
    places[0]?.leave();
    expect((await post()).status).toBe(200);
  });
});
