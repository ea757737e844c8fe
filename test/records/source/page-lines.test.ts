import { fc } from '../../support/property.ts';
import { expect, it } from 'vitest';
import { d1Source } from '../../../src/records/source/d1-source.ts';
import { encodeLines, LINES_CHUNK_BYTES } from '../../../src/records/source/page-lines.ts';
import { allOf, importLines, interaction, readAll, stores, utf8 } from '../records.ts';

/** As CARRIED_TEXT has D1 send a text. */
const carried = (text: string): string => {
  const bytes = utf8(text);
  return bytes.length > 65_536 || bytes.length === text.length
    ? text
    : Buffer.from(bytes).toString('hex').toUpperCase();
};

async function joined(texts: readonly string[]): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let all = '';
  for await (const chunk of encodeLines(texts.map(carried))) all += decoder.decode(chunk, { stream: true });
  return all + decoder.decode();
}

const text = fc
  .tuple(fc.constantFrom('a', 'é', 'я', '漢', '😀'), fc.integer({ min: 0, max: 70_000 }))
  .map(([character, length]) => `{"T":"${character.repeat(length)}"}`);

it('lines are the texts that were carried, of whatever characters and lengths, one LF each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 30 }), async (texts) => {
      expect((await joined(texts)) === texts.map((each) => `${each}\n`).join('')).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('a text that fills the rest of a chunk to the byte, or passes it by one, comes whole', async () => {
  for (const length of [-9, -8, -7, -6].map((less) => LINES_CHUNK_BYTES - 1_000 + less)) {
    const texts = [`{"T":"${'x'.repeat(length)}"}`, `{"T":"${'y'.repeat(984)}"}`];
    expect((await joined(texts)) === texts.map((each) => `${each}\n`).join('')).toBe(true);
  }
});

it('texts of more than 64 KB but fewer than 65,536 characters come out of D1 as they went in', async () => {
  const lines = Array.from({ length: 20 }, (_, n) =>
    interaction(`i${String(n).padStart(2, '0')}`, `2024-02-29T12:00:${String(n).padStart(2, '0')}Z`, {
      SUBJECT: 'я'.repeat(33_000 + 1_500 * n),
    }),
  );
  await importLines('cyrillic', 'interactions', lines);
  const [read] = await readAll(d1Source(stores), allOf('cyrillic'));
  expect(read?.lines.map((line) => line.length)).toEqual(lines.map((line) => line.length));
  expect(read?.lines.join('\n') === lines.join('\n')).toBe(true);
});
