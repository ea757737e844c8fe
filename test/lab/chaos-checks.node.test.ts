import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsWithoutEntry, unentered, type ReadLog } from '../../scripts/lab/chaos/audit-judge.ts';
import { compareArchive } from '../../scripts/lab/chaos/compare.ts';
import { expectedOf, type Expected } from '../../scripts/lab/chaos/expected.ts';
import { leftovers } from '../../scripts/lab/chaos/leftovers.ts';
import { Witness } from '../../scripts/lab/chaos/witness.ts';
import { zipFiles } from '../../scripts/lab/chaos/zip-reader.ts';
import type { Session } from '../../src/client/session.ts';
import type { AuditItem } from '../../src/model/audit/entry.ts';
import { DEFAULT_PERIOD, historyLines } from '../../scripts/generate/history.ts';

const CHOICE = { seed: 5, interactions: 12, shared: false, types: ['Contact'] } as const;
const contacts = [...historyLines('contacts', { ...DEFAULT_PERIOD, ...CHOICE })];
const attributes = [...historyLines('contact-attributes', { ...DEFAULT_PERIOD, ...CHOICE })];

let folder: string;
let expected: Expected;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-checks-'));
  expected = await expectedOf(CHOICE, 'Contact');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines in the order that the expectation names. */
function inOrder(stem: string, lines: readonly string[], key: string): string[] {
  const order = (line: string) =>
    expected.get(stem)?.get(String((JSON.parse(line) as Record<string, unknown>)[key]))?.order ?? '';
  return lines.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** What the comparison says of an archive with these lines. */
function compared(contactLines: readonly string[], others: Readonly<Record<string, string>> = {}) {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  const entries = {
    'Contact-9.json': text(contactLines),
    'ContactAttribute-9.json': text(inOrder('ContactAttribute', attributes, 'ID')),
    'manifest.json': '{}',
    ...others,
  };
  const files = Object.entries(entries).map(([name, content]) => [name, Buffer.from(content)] as const);
  const zip = Buffer.from(zipSync(Object.fromEntries(files)));
  const joined = join(folder, 'joined.zip');
  writeFileSync(joined, zip);
  const read = (at: number, length: number) => zip.subarray(at, at + length);
  return compareArchive(joined, zipFiles({ size: zip.length, starts: [0], read }), expected);
}

describe('the comparison of an archive', () => {
  it('finds nothing wrong with every record once, and names what is', async () => {
    const lines = inOrder('Contact', contacts, 'CONTACTID');
    expect(lines.length).toBeGreaterThan(2);
    expect(await compared(lines)).toEqual([]);
    const [first = '', second = '', ...rest] = lines;
    expect(await compared([first, ...rest])).toEqual(['Contact-9.json: 1 records missing']);
    const doubled = await compared([first, first, second, ...rest]);
    expect(doubled.join()).toContain('1 records doubled');
    expect(await compared([second, first, ...rest])).toEqual(['Contact-9.json: 1 records disordered']);
    expect(await compared([first.replace('{', '{ '), second, ...rest])).toEqual([
      'Contact-9.json: 1 records changed',
    ]);
    expect(await compared(lines, { 'Chat-9.json': '' })).toEqual(['Chat-9.json should not be there']);
  });
});

/** One database in the place where the local service keeps it. */
function database(state: string, place: string, sql: string): void {
  const path = join(state, 'v3', place);
  mkdirSync(path, { recursive: true });
  const made = new DatabaseSync(join(path, `${'0'.repeat(64)}.sqlite`));
  made.exec(sql);
  made.close();
}

/** A service's folder after its end, with more in it than its one artifact. */
function stateWith(name: string, extra: { r2?: string; object?: string }): string {
  const state = join(folder, name);
  database(
    state,
    'r2/miniflare-R2BucketObject',
    `CREATE TABLE _mf_objects (key); INSERT INTO _mf_objects VALUES ('artifacts/a/2/1-x');
     CREATE TABLE _mf_multipart_uploads (upload_id, key, state); CREATE TABLE _mf_multipart_parts (upload_id);
     INSERT INTO _mf_multipart_uploads VALUES ('done', 'artifacts/a/2/1-x', 1); ${extra.r2 ?? ''}`,
  );
  database(
    state,
    'd1/miniflare-D1DatabaseObject',
    `CREATE TABLE artifacts (key); INSERT INTO artifacts VALUES ('artifacts/a/2/1-x');`,
  );
  database(
    state,
    'do/user-data-management-ExportJob',
    `CREATE TABLE volumes (key, upload_id, state); INSERT INTO volumes VALUES ('artifacts/a/2/1-x', 'done', 'stored');
     CREATE TABLE garbage (key); CREATE TABLE job (version, projected, data); INSERT INTO job VALUES (3, 3, '{}');
     ${extra.object ?? ''}`,
  );
  return state;
}

describe('the search for leftovers', () => {
  it('finds nothing but the listed artifact', () => {
    expect(leftovers(stateWith('clean', {}))).toEqual({ wrong: [], begun: 0 });
  });

  it.each([
    ['tail', { r2: "INSERT INTO _mf_objects VALUES ('tail/a/2/0-1')" }],
    [
      'upload',
      {
        r2: "INSERT INTO _mf_multipart_uploads VALUES ('u', 'k', 0); INSERT INTO _mf_multipart_parts VALUES ('u')",
      },
    ],
    ['garbage', { object: "INSERT INTO garbage VALUES ('tail/a/2/0-1')" }],
    ['open volume', { object: "INSERT INTO volumes VALUES ('artifacts/a/2/2-y', 'v', 'open')" }],
    ['projection', { object: 'UPDATE job SET version = 4' }],
  ])('names a %s', (name, extra) => {
    expect(leftovers(stateWith(name, extra)).wrong).toHaveLength(1);
  });

  it('tells an upload that was begun and never told of apart', () => {
    const state = stateWith('begun', { r2: "INSERT INTO _mf_multipart_uploads VALUES ('u', 'k', 0)" });
    expect(leftovers(state)).toEqual({ wrong: [], begun: 1 });
  });
});

describe('the judge of the audit logs', () => {
  const act = (requestId: string) => ({ what: 'POST /udm/v10/export/jobs', requestId });
  const log = (...ids: readonly string[]): ReadLog => ({
    items: ids.map((requestId) => ({ requestId, action: 'job.create' }) as AuditItem), // what the judge looks at
    wrong: [],
  });

  it('names what was answered as done and stands in no log', () => {
    expect(unentered([act('a'), act('b')], [log('a'), log('b')])).toEqual([]);
    expect(unentered([act('a'), act('b')], [log('a')])).toEqual([expect.stringContaining('(b) was done')]);
  });

  it('counts jobs that nobody is entered to have asked for', async () => {
    const lists = {
      '/export/jobs': [{ id: 1 }],
      '/export/history': [{ id: 9, parentId: 2, status: '', title: '' }],
    };
    const session = {
      get: async (path: string) => ({
        items: Object.entries(lists).find(([start]) => path.startsWith(start))?.[1],
      }),
    } as unknown as Session; // the judge asks for lists alone
    expect(await jobsWithoutEntry(session, log('a', 'b'))).toEqual([]);
    expect(await jobsWithoutEntry(session, log('a'))).toHaveLength(1);
  });

  it('hears of acts that were answered, of this service alone', async () => {
    const server = createServer((request, response) => {
      const status = request.url === '/refused' ? 403 : 200;
      response.writeHead(status, { 'x-request-id': `of ${request.url}` }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A TCP server's address is an object.
    const { port } = server.address() as AddressInfo;
    const witness = new Witness(`http://127.0.0.1:${port}/here`);
    try {
      for (const path of ['here/done', 'refused', 'elsewhere'])
        await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'POST' });
      await fetch(`http://127.0.0.1:${port}/here/read`);
    } finally {
      witness.close();
      server.close();
    }
    expect(witness.acts).toEqual([{ what: 'POST /here/done', requestId: 'of /here/done' }]);
  });
});
