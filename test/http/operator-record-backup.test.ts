import { gzipSync, inflateRawSync } from 'node:zlib';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import { countLine, type BackupHead, type BackupLine } from '../../src/model/backup.ts';
import { KINDS, type DataType, type Kind } from '../../src/model/records.ts';
import { eraseContact } from '../../src/records/erasure/erase-contact.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { carryOut, entriesOfRun, firstRun, newCenter, submit } from '../support/center.ts';
import { compactStore, source, stores } from '../support/record-stores.ts';
import { attributeOf, contact, documentOf, importLines, interaction } from '../records/records.ts';
import { config, makeApp, type Failed } from './harness.ts';

const KEY = 'k'.repeat(32);
const { app, clock } = makeApp({
  config: { ...config, operatorKey: new Secret(KEY) },
  importRecords: (input) => importRecords(stores, input),
});

const ask = (path: string, body: object | null | Uint8Array<ArrayBuffer>, method = 'POST') =>
  app.request(`/udm/operator/centers/${path}`, {
    method,
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: body instanceof Uint8Array ? body : JSON.stringify(body),
  });

interface Step {
  readonly lines: readonly BackupLine[];
  readonly entries: readonly { readonly kind: Kind; readonly records: number; readonly bytes: number }[];
  readonly of: Kind | null;
  readonly next: { readonly step: string; readonly type?: DataType } | null;
  readonly wait: boolean;
  readonly text: string;
}

async function stepOf(ccid: string, backup: string, place: object | null): Promise<Step> {
  const answer = await ask(`${ccid}/backup/records`, { backup, place });
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const end = bytes.indexOf(0x0a);
  const text = inflateRawSync(bytes.subarray(end + 1)).toString();
  return { ...(JSON.parse(bytes.subarray(0, end).toString()) as Step), text };
}

/** All that is told of records, each step asked for twice; `before` comes before a step. */
async function recordsOf(ccid: string, backup: string, before: (place: Step['next']) => Promise<void>) {
  const texts = new Map<Kind, string>(KINDS.map((kind) => [kind, '']));
  const [lines, told]: [BackupLine[], Record<string, number>] = [[], {}];
  for (let place: Step['next'] = null, begun = false; place !== null || !begun; begun = true) {
    await before(place);
    const step: Step = await stepOf(ccid, backup, place);
    // What is let go of, or begun anew, is not the same afterwards.
    if (place?.step === 'pages') expect(await stepOf(ccid, backup, place)).toEqual(step);
    if (step.of) texts.set(step.of, texts.get(step.of)! + step.text);
    else expect(step.text).toBe('');
    lines.push(...step.lines);
    for (const { kind, records } of step.entries) told[kind] = (told[kind] ?? 0) + records;
    if (step.wait) await compactStore(ccid, place?.type ?? 'Interaction');
    place = step.next;
  }
  return { texts, lines, told };
}

/** What a backup tells beside records. */
async function restOf(ccid: string) {
  const lines: BackupLine[] = [];
  for (let place: unknown = null, begun = false; place !== null || !begun; begun = true) {
    const step = await (
      await ask(`${ccid}/backup`, place as object | null)
    ).json<{ lines: BackupLine[]; next: unknown }>();
    lines.push(...step.lines);
    place = step.next;
  }
  const [head, ...rest] = lines;
  if (head?.kind !== 'center') throw new Error('no head');
  return { head, rest };
}

async function remove(ccid: string): Promise<void> {
  await ask(ccid, { suspended: true }, 'PATCH');
  clock.now += 180_000;
  for (let next: object | null = { step: 'jobs', withAudit: true }; next;)
    ({ next } = await (await ask(`${ccid}/remove`, next)).json<{ next: object | null }>());
}

/** Data entries of an export of everything of both types, by their names without ids. */
async function exported(ccid: string): Promise<Readonly<Record<string, string>>> {
  const entries: Record<string, string> = {};
  for (const type of ['Interaction', 'Contact'] as const) {
    const job = await submit(ccid, { jobParams: { type, media: [], exportAttachments: true } });
    await carryOut(ccid, job);
    for (const [name, text] of Object.entries(await entriesOfRun(ccid, firstRun(job))))
      if (!name.startsWith('manifest')) entries[name.replace(/-\d+/, '')] = text;
  }
  return entries;
}

const sendRecords = (head: BackupHead, kind: Kind, text: string) =>
  ask(`${head.ccid}/return/records/${kind}?backup=${head.backup}`, Uint8Array.from(gzipSync(text)));
const sendLines = (head: BackupHead, lines: readonly BackupLine[]) =>
  ask(`${head.ccid}/return/lines`, { backup: head.backup, audit: head.audit.anchor, lines });

const LARGE = 'ä,'.repeat(700_000);

/** A contact center with something of everything: a large record, one that ends in CR, one that waits, one that was erased. */
async function furnished(name: string): Promise<string> {
  const ccid = await newCenter(name);
  await importLines(ccid, 'contacts', [contact('c1', '2024-01-01'), contact('c2', '2024-01-02')]);
  await importLines(ccid, 'contact-attributes', [attributeOf('a1', 'c1'), attributeOf('a2', 'c2')]);
  await importLines(ccid, 'interactions', [
    interaction('i1', '2024-05-01', { CONTACTID: 'c1', SUBJECT: 'Ünïcode "q" \\ / \u2028' }),
    interaction('i2', '2024-05-02', { CONTACTID: 'c2', MEDIATYPEID: 'Chat', ENTITYTYPEID: 2 }),
    `${interaction('i3', '2024-05-03')}\r\r`,
    interaction('i4', '2024-05-04', { TEXT: LARGE }),
    interaction('i5', '2024-05-05', { MEDIATYPEID: 'fax' }),
  ]);
  // As many small pieces as are worth a pack.
  for (let day = 1; day <= 9; day += 1)
    await importLines(ccid, 'interactions', [interaction(`small-${day}`, `2024-06-0${day}`)]);
  await importLines(ccid, 'documents', [
    documentOf('d1', 'i1'),
    documentOf('d2', 'i2'),
    documentOf('d4', 'i4', { CONTENT: LARGE }),
    documentOf('waits', 'nobody', { CONTENT: 'w' }),
    documentOf('waits-large', 'nobody', { CONTENT: LARGE }),
  ]);
  await eraseContact(stores, ccid, 'c2');
  return ccid;
}

describe('a backup with records', () => {
  it.each([false, true])('brings all of them back, byte for byte (packs: %s)', async (packed) => {
    const ccid = await furnished('records');
    if (packed) for (const type of ['Interaction', 'Contact'] as const) await compactStore(ccid, type);
    // Three large texts, and packs.
    const { objects } = await env.BUCKET.list({ prefix: `history/${ccid}/` });
    expect(objects.length > 3).toBe(packed);
    const before = await exported(ccid);
    expect(Object.keys(before).length).toBeGreaterThan(3);
    const { head, rest } = await restOf(ccid);
    const { texts, lines, told } = await recordsOf(ccid, head.backup, async () => undefined);
    // Each kind's texts are what was exported of it.
    expect(texts.get('contacts')).toBe(before['Contact.json']);
    expect(told).toEqual({ interactions: 13, documents: 4, contacts: 1, 'contact-attributes': 1 });
    expect(lines).toEqual([
      { kind: 'media', names: ['chat', 'email', 'fax'] },
      { kind: 'erased', of: 'contacts', ids: ['c2'] },
      { kind: 'erased', of: 'interactions', ids: ['i2'] },
    ]);

    await remove(ccid);
    await ask(`${ccid}/return/begin`, head);
    for (let at = 0; at < rest.length; at += 100)
      expect((await sendLines(head, rest.slice(at, at + 100))).status).toBe(200);
    for (const kind of KINDS) {
      const text = texts.get(kind)!;
      const records = text.split('\n').length - 1;
      expect(await (await sendRecords(head, kind, text)).json()).toEqual({ inserted: records, erased: 0 });
      // Again, since an answer may be lost.
      expect(await (await sendRecords(head, kind, text)).json()).toEqual({ inserted: 0, erased: 0 });
    }
    for (const sent of [lines, lines])
      expect(await (await sendLines(head, sent)).json()).toMatchObject({ erased: { contacts: 0 } });
    const counts: Record<string, number> = { ...told };
    for (const line of rest) countLine(counts, line);
    const over = { backup: head.backup, audit: head.audit.head.id, counts };
    expect(
      await (await ask(`${ccid}/return/end`, { ...over, counts: { ...counts, documents: 5 } })).json(),
    ).toEqual({
      missing: { documents: 1 },
    });
    expect(await (await ask(`${ccid}/return/end`, over)).json()).toEqual({ missing: {} });
    await ask(ccid, { suspended: false }, 'PATCH');
    clock.now += 31_000;

    expect(await exported(ccid)).toEqual(before);
    expect(await source.mediaTypes(ccid)).toEqual(['chat', 'email', 'fax']);
    // What was erased stays away; what waits finds its owner.
    const again = await importLines(ccid, 'interactions', [
      interaction('i2', '2024-05-02'),
      interaction('nobody', '2024-05-09'),
    ]);
    expect(again).toMatchObject({ inserted: 1, rejected: 1 });
    expect(again.errors).toMatchObject([{ line: 1, failure: { code: 'record-erased' } }]);
    expect((await exported(ccid))['EmailIn-Attachment.json']).toContain('"waits-large"');
  });

  it('has what was there when it began; who is erased meanwhile does not come back', async () => {
    const ccid = await furnished('meanwhile');
    const { head, rest } = await restOf(ccid);
    const before = await exported(ccid);
    let changed = false;
    const { texts, lines, told } = await recordsOf(ccid, head.backup, async (place) => {
      if (place?.step !== 'pages' || place.type !== 'Interaction' || changed) return;
      changed = true;
      await eraseContact(stores, ccid, 'c1');
      await importLines(ccid, 'interactions', [
        interaction('late', '2024-06-01'),
        interaction('nobody', '2024-06-02'),
      ]);
      await compactStore(ccid, 'Interaction');
    });
    expect(changed).toBe(true);
    expect(texts.get('interactions')).toContain('"i1"');
    expect(texts.get('interactions')).not.toContain('"late"');
    expect(told['interactions']).toBe(13);
    // It had waited when the backup began, and has an owner now.
    expect(texts.get('documents')).toContain('"waits-large"');
    await remove(ccid);
    await ask(`${ccid}/return/begin`, head);
    await sendLines(head, rest.slice(0, 500));
    for (const kind of KINDS) await sendRecords(head, kind, texts.get(kind)!);
    expect(await (await sendLines(head, lines)).json()).toMatchObject({
      erased: { interactions: 1, documents: 1, contacts: 0 },
    });
    await ask(ccid, { suspended: false }, 'PATCH');
    const after = await exported(ccid);
    expect(after['EmailIn.json']).toBe(before['EmailIn.json']!.replace(/^[^\n]*"i1"[^\n]*\n/m, ''));
    expect(JSON.stringify(after)).not.toContain('"c1"');
  });

  it('says what is wrong, and takes nothing for a contact center that is not coming back', async () => {
    const ccid = await furnished('wrong');
    const { head } = await restOf(ccid);
    const codeOf = async (response: Response | Promise<Response>) => {
      const answer = await response;
      return [answer.status, (await answer.json<Failed>()).status.detail.code];
    };
    expect(
      await codeOf(ask(`${ccid}/backup/records`, { backup: head.backup, place: { step: 'x' } })),
    ).toEqual([400, 'backup-place']);
    expect(await codeOf(sendRecords(head, 'contacts', `${contact('x', '2024-01-01')}\n`))).toEqual([
      409,
      'backup-not-begun',
    ]);
    await remove(ccid);
    await ask(`${ccid}/return/begin`, head);
    expect(await codeOf(sendRecords(head, 'contacts', `${contact('x', '2024-01-01')}\n{}\n`))).toEqual([
      400,
      'backup-line',
    ]);
    expect(
      await codeOf(ask(`${ccid}/return/records/strangers?backup=${head.backup}`, new Uint8Array(1))),
    ).toEqual([400, 'backup-line']);
    expect(await codeOf(sendLines(head, [{ kind: 'records', of: 'contacts', text: '' }]))).toEqual([
      400,
      'backup-line',
    ]);
    // A limit of the contact center's holds of none that come back.
    await ask(ccid, { limits: { recordBytes: 10 } }, 'PATCH');
    expect((await sendRecords(head, 'contacts', `${contact('x', '2024-01-01')}\n`)).status).toBe(200);
  });
});
