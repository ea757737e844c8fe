import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNames, EXCEPTIONS, EXCEPTIONS_MOST } from '../../scripts/check/check-names.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** A tree without a double: every way to export a name stands in it once. */
const CLEAN: Readonly<Record<string, string>> = {
  'src/model/job.ts': 'export const Job = 1;\nexport type Job = { id: number };\nconst inner = 2;',
  'src/store/jobs.ts': 'export function readJobs() {}\nconst inner = 1;\nexport { inner as row };',
  'src/index.ts': "export { ExportJob } from '../durable/export-job.ts';\nexport default {};",
  'durable/export-job.ts': 'export class ExportJob {}\nexport default class Another {}',
  'scripts/tool.ts': 'export const { one, two: [three] } = { one: 1, two: [2] };\nexport default {};',
  'test/tool.test.ts': 'export const Job = 1;',
};
const NAMES = ['Job', 'readJobs', 'row', 'ExportJob', 'one', 'three'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'udm-names-'));
  for (const [file, text] of Object.entries(CLEAN)) plant(file, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const exception = { name: 'Job', rooms: ['model', 'store'], reason: 'it is tried' };

it('finds nothing where every name is exported once, and sees every name', () => {
  const found = { doubles: [], unused: [], afterIssues: [], files: 5, names: NAMES.length };
  expect(checkNames(folder, [])).toEqual(found);
});

describe('a name that two rooms export', () => {
  it.each([
    ['Job', 'durable/bad.ts', 'export interface Job { id: number }'],
    ['Job', 'scripts/lab/bad.ts', 'export enum Job { one }'],
    ['Job', 'src/web/bad.tsx', 'export const Job = () => <p>Job</p>;'],
    ['readJobs', 'src/http/bad.ts', 'export async function readJobs() {}'],
    ['row', 'src/http/bad.ts', 'const other = 1;\nexport { other as row };'],
    ['row', 'src/http/bad.ts', "export { other as row } from '../model/job.ts';"],
    ['row', 'src/http/bad.ts', "export * as row from '../model/job.ts';"],
    ['ExportJob', 'src/jobs/bad.ts', 'export type ExportJob = number;'],
    ['three', 'src/config.ts', 'export const { four: { three } } = { four: { three: 3 } };'],
  ])('is found: %s in %s', (name, file, text) => {
    plant(file, text);
    const { doubles } = checkNames(folder, []);
    expect(doubles.map((double) => double.name)).toEqual([name]);
    expect(doubles[0]?.files).toContain(file);
  });

  it('is none within one room, and none where it is passed on', () => {
    plant('src/model/more.ts', 'export const Job = 2;');
    plant('src/http/more.ts', "export { readJobs } from '../store/jobs.ts';");
    expect(checkNames(folder, []).doubles).toEqual([]);
  });

  it('is let through as an exception of these rooms alone, and missed where it is gone', () => {
    expect(checkNames(folder, [exception]).unused).toEqual([exception]);
    plant('src/store/more.ts', 'export const Job = 2;');
    expect(checkNames(folder, [exception])).toMatchObject({ doubles: [], unused: [] });
    plant('durable/more.ts', 'export const Job = 2;');
    expect(checkNames(folder, [exception]).doubles).toHaveLength(1);
  });
});

it('finds files and folders that are named after an issue', () => {
  const bad = ['src/http/issue-12.ts', 'test/bug7/it.ts', 'scripts/12-names.ts', 'test/http/fix.test.ts'];
  for (const file of [...bad, 'test/fixtures/prefix.ts', 'src/http/v10.ts', 'src/http/sha256.ts'])
    plant(file, '');
  expect(checkNames(folder, []).afterIssues.toSorted()).toEqual(bad.toSorted());
});

it('holds for the project itself, with few exceptions, each with a reason', () => {
  const { doubles, unused, afterIssues, files, names } = checkNames(PROJECT);
  expect({ doubles, unused, afterIssues }).toEqual({ doubles: [], unused: [], afterIssues: [] });
  expect(names).toBeGreaterThan(files);
  expect(EXCEPTIONS.length).toBeLessThanOrEqual(EXCEPTIONS_MOST);
  for (const { reason } of EXCEPTIONS) expect(reason.length).toBeGreaterThan(20);
});
