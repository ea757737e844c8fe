import { describe, expect, it } from 'vitest';
import { eraseContact } from '../../../src/records/erasure/erase-contact.ts';
import type { Scope } from '../../../src/records/source/source.ts';
import { compactStore, cuttingSource, source, stores } from '../../support/record-stores.ts';
import {
  allOf,
  attributeOf,
  begun,
  contact,
  documentOf,
  importLines,
  interaction,
  readAll,
  readEntry,
} from '../records.ts';

const ofContact = (ccid: string, id: string, more: Partial<Scope> = {}) =>
  allOf(ccid, { filters: [{ name: 'CONTACTID', operator: 'eq', value: id }], ...more });

/** The entries of contacts and of their attributes, whatever they have. */
const ENTRIES = (['contacts', 'contact-attributes'] as const).map((kind) => ({
  kind,
  entity: 100,
  records: 1,
  bytes: 100,
}));
const day = (n: number): string => new Date(Date.UTC(2024, 0, n)).toISOString();

describe('the records of one contact', () => {
  it('are counted by what is its own, in their window, and nothing is where it has none', async () => {
    const ccid = 'counted-contact';
    const own = [1, 2, 3].map((n) => interaction(`own${n}`, day(n), { CONTACTID: 'K' }));
    const chat = interaction('chat', day(4), { CONTACTID: 'K', ENTITYTYPEID: 2, MEDIATYPEID: 'chat' });
    const others = [1, 2, 3].map((n) => interaction(`other${n}`, day(n), { CONTACTID: 'L' }));
    await importLines(ccid, 'interactions', [...own, ...others, chat]);
    const documents = ['own1', 'own3', 'other1'].map((id) => documentOf(`d-${id}`, id));
    await importLines(ccid, 'documents', documents);
    const bytes = (lines: readonly (string | undefined)[]) =>
      lines.reduce((sum, line = '') => sum + line.length + 1, 0);
    const emails = { kind: 'interactions', entity: 0, records: 3, bytes: bytes(own) };
    const chats = { kind: 'interactions', entity: 2, records: 1, bytes: bytes([chat]) };
    const attached = { kind: 'documents', entity: 0, records: 2, bytes: bytes(documents.slice(0, 2)) };
    expect(await source.totals(ofContact(ccid, 'K'))).toEqual([emails, chats, attached]);
    expect(await source.totals(ofContact(ccid, 'K', { attachments: false }))).toEqual([emails, chats]);
    expect(
      await source.totals(ofContact(ccid, 'K', { from: Date.UTC(2024, 0, 3), media: ['email'] })),
    ).toEqual([
      { ...emails, records: 1, bytes: bytes(own.slice(2)) },
      { ...attached, records: 1, bytes: bytes(documents.slice(1, 2)) },
    ]);
    expect(await source.totals(ofContact(ccid, 'M'))).toEqual([]);
    const started = await source.begin(ofContact(ccid, 'K'), { reader: 'r', since: null });
    expect(started?.entries).toEqual([emails, chats, attached]);
    for (const one of [source, cuttingSource])
      expect((await readAll(one, ofContact(ccid, 'K'))).map(({ lines }) => lines)).toEqual([
        own,
        [chat],
        documents.slice(0, 2),
      ]);
  });

  it('are counted in a range of change numbers, members by their own', async () => {
    const ccid = 'changed-contact';
    await importLines(ccid, 'interactions', [interaction('i', day(1), { CONTACTID: 'K' })]);
    await importLines(ccid, 'documents', [documentOf('a', 'i'), documentOf('b', 'i')]);
    const scope = ofContact(ccid, 'K', { changes: { from: 2, to: 9 } });
    expect(await source.totals(scope)).toMatchObject([{ kind: 'documents', records: 1 }]);
  });

  it('are those of the moment when a run began, wherever the contact was before and is now', async () => {
    const ccid = 'moved-contact';
    const scope = ofContact(ccid, 'K', { type: 'Contact' });
    const read = async (asked: Awaited<ReturnType<typeof begun>>) => {
      const entries = [];
      for (const entry of ENTRIES) entries.push((await readEntry(source, asked, entry)).lines);
      return entries;
    };
    const others = Array.from({ length: 50 }, (_, n) => contact(`other${n}`, day(n + 1)));
    await importLines(ccid, 'contacts', [...others, contact('K', day(10))]);
    await importLines(ccid, 'contact-attributes', [attributeOf('a', 'K'), attributeOf('b', 'other1')]);
    const pinned: { at: Awaited<ReturnType<typeof begun>>; has: string[][] }[] = [];
    const pin = async (n: number) =>
      pinned.push({ at: await begun(source, scope), has: [[contact('K', day(n))], [attributeOf('a', 'K')]] });
    await pin(10);
    await importLines(ccid, 'contacts', [contact('K', day(30))]);
    await pin(30);
    await compactStore(ccid, 'Contact');
    await importLines(ccid, 'contacts', [contact('K', day(2))]);
    await pin(2);
    // Its piece goes as a whole, and no line of it has died.
    const store = stores.storeOf(ccid, 'Contact');
    await store.removeBefore({ type: 'Contact', before: Date.UTC(2024, 0, 40), most: 100 });
    expect(await source.totals(scope)).toEqual([]);
    await importLines(ccid, 'contacts', [contact('K', day(45))]);
    await importLines(ccid, 'contact-attributes', [attributeOf('a', 'K')]);
    await pin(45);
    await eraseContact(stores, ccid, 'K');
    await compactStore(ccid, 'Contact');
    for (const { at, has } of pinned) expect(await read(at)).toEqual(has);
    expect(await read(await begun(source, scope))).toEqual([[], []]);
  });
});
