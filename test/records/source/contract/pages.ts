import { expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/model/instant.ts';
import type { Cursor } from '../../../../src/model/cursor.ts';
import type { EntryTotals, RecordSource, Scope } from '../../../../src/records/source/source.ts';
import { SnapshotGone } from '../../../../src/records/source/snapshot-gone.ts';
import { plainChunk } from '../../plain-chunk.ts';
import { allOf, begun, documentOf, interaction, readEntry } from '../../records.ts';
import { sizedFor } from './given.ts';
import { at, importSample, START, type SourceFixture } from './sample.ts';

/** Pages and cursors: what lies between two slices of a run. */
export function pages(fixture: SourceFixture): void {
  const { source, importLines } = fixture;

  it('of any size give the same text, from every cursor on, which a checkpoint may have kept', async () => {
    await importSample(fixture, 'sizes');
    const last = await source.lastChange('sizes', 'Interaction');
    for (const scope of [
      allOf('sizes'),
      allOf('sizes', { type: 'Contact', from: START, to: START + DAY_MS }),
      allOf('sizes', { changes: { from: 3, to: last - 3 } }),
    ])
      for (const entry of await source.totals(scope)) {
        const { text } = await readEntry(source, scope, entry);
        for (const rows of [1, 3, 7, 10_000])
          expect((await readEntry(source, scope, sizedFor(entry, rows))).text).toBe(text);
        expect(await readByKeptCursors(source, scope, sizedFor(entry, 5))).toBe(text);
      }
  });

  it('are of what was there when it was begun, whatever comes, changes or moves meanwhile', async () => {
    const ids = (...names: string[]) => names.map((id, index) => interaction(id, at(index)));
    await importLines('cursor', 'interactions', ids('b', 'd', 'f'));
    await importLines('cursor', 'documents', [documentOf('of d', 'd')]);
    const scope = await begun(source, allOf('cursor'));
    const entries = await source.totals(scope);
    await importLines('cursor', 'interactions', [
      interaction('a', at(0)),
      interaction('c', at(1)),
      interaction('d', at(9), { ENTITYTYPEID: 2 }),
      interaction('f', at(2), { SUBJECT: 'changed' }),
    ]);
    const read = [];
    for (const entry of entries) read.push((await readEntry(source, scope, sizedFor(entry, 1))).lines);
    expect(read).toEqual([ids('b', 'd', 'f'), [documentOf('of d', 'd')]]);
    // Another one reads what is there now, and the same one, where it begins again.
    for (const reader of ['another', scope.snapshot.reader]) {
      const now = await begun(source, allOf('cursor'), reader);
      const [emails] = await source.totals(now);
      expect((await readEntry(source, now, emails!)).lines).toEqual([
        // there are four
        interaction('a', at(0)),
        interaction('b', at(0)),
        interaction('c', at(1)),
        interaction('f', at(2), { SUBJECT: 'changed' }),
      ]);
    }
    await expect(readEntry(source, scope, entries[0]!)).rejects.toBeInstanceOf(SnapshotGone);
    await source.release('cursor', 'Interaction', 'another');
    const released = { ...scope, snapshot: { ...scope.snapshot, reader: 'another' } };
    await expect(readEntry(source, released, entries[0]!)).rejects.toBeInstanceOf(SnapshotGone);
  });
}

/** Reads each page twice, with a cursor that was JSON in between. */
async function readByKeptCursors(source: RecordSource, asked: Scope, entry: EntryTotals): Promise<string> {
  const scope = await begun(source, asked);
  let text = '';
  for (let after: Cursor | null = null, more = true; more; more = after !== null) {
    const kept = JSON.parse(JSON.stringify(after)) as Cursor | null;
    const twice = [];
    for (const cursor of [after, kept]) {
      const page = await source.page(scope, entry, cursor);
      const decoder = new TextDecoder();
      let read = '';
      for await (const chunk of page.chunks()) read += decoder.decode(plainChunk(chunk), { stream: true });
      twice.push({ read, next: page.next });
    }
    expect(twice[0]).toEqual(twice[1]);
    text += twice[0]!.read; // two were pushed
    after = twice[0]!.next;
  }
  return text;
}
