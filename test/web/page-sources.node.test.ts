import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/labels/languages.ts';
import { PAGE_NAMES, PAGE_SOURCES } from '../../src/model/page-sources.ts';

describe('what pages are built of', () => {
  const isThere = (path: string) => existsSync(new URL(`../../src/${path}`, import.meta.url));

  it.each(PAGE_NAMES)('is there: %s', (name) => {
    const { module, texts } = PAGE_SOURCES[name];
    expect(isThere(`web/${module}`)).toBe(true);
    for (const language of LANGUAGES)
      for (const part of texts)
        expect([part, isThere(`labels/pages/${language}-${part}.ts`)]).toEqual([part, true]);
  });
});
