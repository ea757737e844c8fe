import { expect, it } from 'vitest';
import { DAY_MS } from '../../../../src/model/instant.ts';
import type { Cursor } from '../../../../src/model/cursor.ts';
import type { EntryTotals, RecordSource, Scope } from '../../../../src/records/source/source.ts';
import { plainChunk } from '../../plain-chunk.ts';
import { allOf, contact, readEntry } from '../../records.ts';
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

  it('go on where records were added behind and before the cursor', async () => {
    const ids = (...names: string[]) => names.map((id) => contact(id, at(0)));
    await importLines('cursor', 'contacts', ids('b', 'd'));
    const scope = allOf('cursor', { type: 'Contact' });
    const [totals] = await source.totals(scope);
    const entry = sizedFor(totals!, 1); // two contacts are there
    const first = await source.page(scope, entry, null);
    await importLines('cursor', 'contacts', ids('a', 'c'));
    let text = '';
    for (let page = first, more = true; more;) {
      for await (const chunk of page.chunks()) text += new TextDecoder().decode(plainChunk(chunk));
      more = page.next !== null;
      if (page.next) page = await source.page(scope, entry, page.next);
    }
    // The first page may hold more than was asked for: c is read where it came behind the cursor, a is before it in any case.
    expect([ids('b', 'd'), ids('b', 'c', 'd')]).toContainEqual(text.split('\n').slice(0, -1));
  });
}

/** Reads each page twice, with a cursor that was JSON in between. */
async function readByKeptCursors(source: RecordSource, scope: Scope, entry: EntryTotals): Promise<string> {
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
