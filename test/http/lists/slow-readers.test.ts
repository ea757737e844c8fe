import { describe, expect, it } from 'vitest';
import { streamList } from '../../../src/http/lists/json-page.ts';
import type { Pages } from '../../../src/store/lists/list.ts';

/** A list of pages, and how many were read of it. */
function listOf(pages: readonly (readonly string[])[]) {
  const seen = { read: 0, ended: false };
  async function* read(): Pages<string> {
    try {
      for (const page of pages) {
        seen.read += 1;
        yield page;
      }
      return null;
    } finally {
      seen.ended = true;
    }
  }
  const show = (text: string) => JSON.stringify(text);
  return { seen, list: { count: 3, pages: read(), from: 0, size: 3, show, cursorOf: () => '' } };
}

describe('a list whose reader takes its time', () => {
  it('is read no further than it was taken, in small chunks', async () => {
    const { seen, list } = listOf([['x'.repeat(150_000)], ['ü'], ['z']]);
    const { answer } = await streamList(list);
    const reader = answer.body!.getReader(); // streamList makes a body
    const sizes: number[] = [];
    for (let taken = 0; taken < 4; taken += 1) sizes.push((await reader.read()).value?.length ?? 0);
    expect(seen.read).toBe(1);
    expect(Math.max(...sizes)).toBe(64 * 1024);
    await reader.read();
    await reader.read();
    expect(seen.read).toBe(2);
    await reader.cancel();
    expect(seen.ended).toBe(true);
  });

  it('is the same whole', async () => {
    const { list } = listOf([['x'.repeat(150_000), 'y'], ['ü'], ['z']]);
    const { answer } = await streamList(list);
    expect(await answer.json()).toEqual({
      count: 3,
      from: 0,
      items: ['x'.repeat(150_000), 'y', 'ü', 'z'],
      size: 3,
    });
  });
});
