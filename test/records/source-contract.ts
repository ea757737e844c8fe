import { describe } from 'vitest';
import { changes } from './source/contract/changes.ts';
import { pages } from './source/contract/pages.ts';
import type { SourceFixture } from './source/contract/sample.ts';
import { wholeWindows } from './source/contract/whole-windows.ts';

/** What every source of records has to do, whatever it is made of (src/records/source/source.ts). */
export function sourceContract(name: string, fixture: SourceFixture): void {
  describe(`${name}: whole windows`, () => {
    wholeWindows(fixture);
  });
  describe(`${name}: pages`, () => {
    pages(fixture);
  });
  describe(`${name}: changes`, () => {
    changes(fixture);
  });
}
