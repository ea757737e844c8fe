import { beforeAll, describe, expect, it } from 'vitest';
import type { Failed } from '../harness.ts';
import { makeCertificate, pem } from '../make-certificate.ts';
import { ROWS, type Call, type Row } from './operations.ts';
import { makeCenter, type Center } from './real-center.ts';
import { fillIn, type Things } from './seed.ts';

/** Things of the same shape that no contact center has. */
const GHOSTS: Things = {
  job: '8000000001',
  run: '8000000002',
  file: 'export-00000000-0000-4000-8000-000000000001.zip.smime',
  otherFile: 'export-00000000-0000-4000-8000-000000000002.zip.smime',
  spareJob: '8000000003',
  spareRun: '8000000004',
  failedJob: '8000000003',
  failedRun: '8000000004',
  busyJob: '8000000007',
  busyRun: '8000000008',
};

let mine: Center;
let other: Center;
let certificate = '';
beforeAll(async () => {
  mine = await makeCenter();
  other = await makeCenter();
  certificate = pem('CERTIFICATE', await makeCertificate());
});

function requestOf(row: Row, call: Call, things: Things): [string, RequestInit] {
  const query = call.query ? `?${fillIn(call.query, things)}` : '';
  const init: RequestInit = { method: row.method };
  if (call.json) {
    init.body = JSON.stringify(call.json);
    init.headers = { 'Content-Type': 'application/json' };
  }
  if (call.form) {
    init.body = new FormData();
    init.body.append('file', new File([certificate], 'c'));
  }
  return [`/udm/${row.version}${fillIn(call.path ?? row.path, things)}${query}`, init];
}

/** What an answer says, with the ids and names that were asked for out of the way. */
async function said(response: Response, things: Things): Promise<unknown> {
  let text = await response.text();
  for (const [name, value] of Object.entries(things)) {
    // An id is a whole number of the text, not digits of another one or of a name.
    const whole = new RegExp(`(?<![\\w-])${value.replaceAll('.', '\\.')}(?![\\w-])`, 'g');
    text = text.replaceAll(whole, `{${name}}`);
  }
  return [response.status, response.headers.get('Location'), text];
}

/** Everything that a contact center sees of itself. */
async function wholeOf(center: Center): Promise<string> {
  const paths = [
    'export/jobs',
    'export/history',
    'file-metadatas',
    'cipher',
    'data/attributes',
    'data/sub-types',
  ];
  const answers = await Promise.all(paths.map((path) => center.call(`/udm/v10/${path}`)));
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
}

describe('a contact center', () => {
  // Two contact centers with the same shape of data, in the whole Worker: nothing is a double.
  const named = ROWS.filter(({ success }) => /\{\w+\}/.test(`${success.path ?? ''}${success.query ?? ''}`));

  it('is asked by id or name by 32 of the operations', () => {
    // cipher, version, labels, data and the lists name nothing of a contact center.
    expect(named.length).toBe(
      ROWS.filter(({ path, method }) => /\{(id|filename)\}|\/files$/.test(path) || method === 'DELETE')
        .length,
    );
    expect(named.length).toBeGreaterThan(25);
  });

  it.each(named.map((row) => [`${row.version} ${row.method} ${row.path}`, row] as const))(
    'does not exist for another one: %s',
    async (_, row) => {
      const before = await wholeOf(other);
      const theirs = await mine.call(...requestOf(row, row.success, other.things));
      const nobodys = await mine.call(...requestOf(row, row.success, GHOSTS));
      expect(theirs.status).toBeGreaterThanOrEqual(400);
      expect(await said(theirs, other.things)).toEqual(await said(nobodys, GHOSTS));
      expect(await wholeOf(other)).toBe(before);
    },
  );

  it('sees itself alone in every list, whatever is filtered by', async () => {
    const ofThem = Object.values(other.things);
    for (const row of ROWS.filter(
      ({ method, path }) => method === 'GET' && !path.includes('{') && path !== '/files',
    )) {
      const text = await (await mine.call(`/udm/${row.version}${row.path}?size=1000`)).text();
      expect(text).not.toContain(other.ccid);
      for (const value of ofThem)
        expect(text.includes(`"${value}"`) || text.includes(`:${value},`)).toBe(false);
    }
    const { run, job, file } = other.things;
    for (const query of [
      `export/history?jobId=${job}`,
      `file-metadatas?historyId=${run}`,
      `file-metadatas?name=${file}`,
    ]) {
      const response = await mine.call(`/udm/v10/${query}`);
      expect(response.status === 204 || (await response.json<{ count: number }>()).count === 0).toBe(true);
    }
  });

  it('loses nothing when its ids stand among those of another one in a bulk deletion', async () => {
    const before = await wholeOf(other);
    const own = await makeCenter();
    const query = `filename=${own.things['file']},${other.things['file']}`;
    const response = await own.call(`/udm/v3/files?${query}`, { method: 'DELETE' });
    expect([response.status, await response.json()]).toEqual([500, [other.things['file']]]);
    const runs = `jobIDs=${own.things['run']},${other.things['run']},${own.things['busyRun']}`;
    const history = await own.call(`/udm/v10/export/history?${runs}`, { method: 'DELETE' });
    const { status } = await history.json<Failed>();
    const [foreign, busy] = [Number(other.things['run']), Number(own.things['busyRun'])];
    expect(status).toMatchObject({
      code: 400,
      detail: {
        field: 'jobIDs',
        code: 'not-all-deleted',
        remaining: [foreign, busy],
        codes: { [foreign]: 'no-history-item', [busy]: 'in-progress' },
        reasons: { [busy]: expect.stringContaining('in progress') as string },
      },
    });
    expect(await wholeOf(other)).toBe(before);
  });
});
