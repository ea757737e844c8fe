import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** Calls that are lost when nobody awaits them, and the same awaited. */
const CALLS = [
  ['an R2 put', "(bucket: R2Bucket) => { WAIT bucket.put('key', 'text'); }"],
  ['a Queue send', '(queue: Queue) => { WAIT queue.send(1); }'],
  ['a Durable Object call', '(stub: DurableObjectStub<Remote>) => { WAIT stub.step(); }'],
  ['a Drizzle builder', '(db: DrizzleD1Database) => { WAIT db.run("DELETE FROM x"); }'],
  ['a Drizzle insert', '(db: DrizzleD1Database) => { WAIT db.insert(table).values({ id: 1 }); }'],
] as const;

const HEAD = `import { DurableObject } from 'cloudflare:workers';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
export const table = sqliteTable('t', { id: integer() });
export class Remote extends DurableObject { async step(): Promise<number> { return 1; } }
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'udm-lint-'));
  mkdirSync(join(folder, 'src/client/open'), { recursive: true });
  mkdirSync(join(folder, 'src/store'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const file of ['tsconfig.json', '.oxlintrc.json'])
    copyFileSync(join(PROJECT, file), join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(text: string, file = 'src/probe.ts'): { status: number | null; output: string } {
  writeFileSync(join(folder, file), `${text}\n`);
  const oxlint = join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  const { status, stdout, stderr } = spawnSync(process.execPath, [oxlint, '-f', 'unix', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const source = (wait: string) =>
  CALLS.map(([, call], n) => `export const probe${n} = async ${call.replace('WAIT', wait)};`).join('\n');

it('finds each call that is not awaited', () => {
  const { status, output } = lint(HEAD + source(''));
  const lines = [...output.matchAll(/probe\.ts:(\d+):.*no-floating-promises/g)].map((match) =>
    Number(match[1]),
  );
  const first = HEAD.split('\n').length;
  expect(lines.toSorted((a, b) => a - b)).toEqual(CALLS.map((_, n) => first + n));
  expect(status).toBe(1);
});

it('says nothing of the same calls awaited', () => {
  expect(lint(HEAD + source('await'))).toMatchObject({ status: 0 });
});

it('finds what goes to the console and not through the log', () => {
  const { status, output } = lint("console.error('text');");
  expect(output).toMatch(/probe\.ts:\d+:.*no-console/);
  expect(status).toBe(1);
});

it("finds Node's globals where browsers go, and nowhere else", () => {
  const text = "export const probe = [Buffer.from('x'), process.pid];";
  for (const file of ['src/client/probe.ts', 'src/client/open/probe.ts']) {
    const { status, output } = lint(text, file);
    expect([status, output.match(/no-restricted-globals/g)?.length]).toEqual([1, 2]);
  }
  expect(lint(text, 'src/store/probe.ts')).toMatchObject({ status: 0 });
  const imported = "import { Buffer } from 'node:buffer';\nexport const probe = Buffer.from('x');";
  expect(lint(imported, 'src/client/open/probe.ts')).toMatchObject({ status: 0 });
});
