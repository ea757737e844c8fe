import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { jobObject } from '../../../src/jobs/job-object.ts';
import { jobService } from '../../../src/jobs/service.ts';
import { OutsideAway, type OutsideCall } from '../../../src/platform/outside-fetch.ts';
import { carryOut, importAll, interaction, jobContext, newCenter } from '../../support/center.ts';
import { entriesAfter, told } from '../audit-entries.ts';
import { callerOf, makeApp, type Failed } from '../harness.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';
import { send } from './access-calls.ts';

const SECRET = 'wJalrXUtnFEMI-nobody-may-see-this';
const PLACE = {
  endpoint: 'https://s3.eu-central-1.amazonaws.com',
  bucket: 'acme-exports',
  accessKeyId: 'AKIDACME',
};
const DESTINATION = { ...PLACE, secretAccessKey: SECRET };
const SHOWN = { ...PLACE, region: 'eu-central-1', prefix: '{ccid}/{job}/{date}/{run}/' };

/** A bucket that takes everything, unless a test says otherwise. */
let answer: (method: string, body: unknown) => Response | Error;
const taking = (method: string, body: unknown): Response => {
  if (method === 'PUT') written = body instanceof Uint8Array ? body.length : 0;
  return new Response(null, { status: 200, headers: { 'Content-Length': String(written), ETag: '"e"' } });
};
let written = 0;
const asked: { readonly url: URL; readonly init: RequestInit }[] = [];
const askOutside: OutsideCall = async (address, init = {}) => {
  asked.push({ url: new URL(address), init });
  const answered = answer(init.method ?? 'GET', init.body);
  if (answered instanceof Error) throw answered;
  return answered;
};
const { app, settled } = makeApp({ askOutside, jobs: jobService({ ...jobContext(), now: Date.now }) });
const entries = entriesAfter(settled);

let document: Document;
const answers: string[] = [];
const logged: string[] = [];
beforeAll(async () => {
  document = await documentOf(app, 'v10');
});
afterEach(() => {
  asked.splice(0);
  answer = taking;
  vi.restoreAllMocks();
});

type Call = Awaited<ReturnType<typeof callerOf>>;
type Answer = Failed & Record<string, never>;
async function ask(call: Call, method: string, path: string, body?: object): Promise<[number, Answer]> {
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...args) => void logged.push(args.map(String).join(' ')));
  const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
  answers.push(await response.clone().text());
  const declared = `/udm/v10${path}`.replace(/\?.*/, '').replace(/\/\d+/, '/{id}');
  const operation = document.paths[declared]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${declared} is not declared`);
  // The document says what it holds, and the test which shape that is.
  return [response.status, (await expectDeclared(document, operation, response)) as Answer];
}
const JOB = {
  source: 'UCS',
  type: 'UCS',
  title: 'To the bucket',
  timeFrame: { all: true },
  schedulerParam: { runs: 'daily' },
  jobParams: { type: 'Interaction', media: [] },
  suspended: false,
};
const refusalOf = ([status, { status: failed }]: [number, Answer]) => [
  status,
  failed.detail.code,
  failed.detail.field,
];

it('a job has a destination whose secret nobody ever sees, and keeps it where it is sent back', async () => {
  answer = taking;
  const ccid = await newCenter('destination');
  const call = await callerOf(app, ccid);
  const [status, made] = await ask(call, 'POST', '/export/jobs', { ...JOB, destination: DESTINATION });
  expect([status, made['destination']]).toEqual([202, SHOWN]);
  const id = Number(made['id']);
  const kept = () =>
    runInDurableObject(jobObject(env.EXPORT_JOB, ccid, id), (object) => object.destination());
  const first = await kept();
  const [, shown] = await ask(call, 'GET', `/export/jobs/${id}`);
  expect(shown['destination']).toEqual(SHOWN);
  // Sent back as it is: the secret stays. With another bucket, too; with another endpoint or key it has to be given.
  expect((await ask(call, 'PUT', `/export/jobs/${id}`, shown))[0]).toBe(200);
  expect((await kept())?.secret).toBe(first?.secret);
  const moved = { ...shown, destination: { ...SHOWN, bucket: 'acme-other', prefix: '' } };
  expect((await ask(call, 'PUT', `/export/jobs/${id}`, moved))[1]['destination']).toEqual(moved.destination);
  expect((await kept())?.secret).toBe(first?.secret);
  for (const change of [{ endpoint: 'https://s3.attacker.example' }, { accessKeyId: 'AKIDOTHER' }]) {
    const other = { ...shown, destination: { ...SHOWN, ...change } };
    expect(refusalOf(await ask(call, 'PUT', `/export/jobs/${id}`, other))).toEqual([
      400,
      'secret-needed',
      'destination.secretAccessKey',
    ]);
  }
  // A clone is another job, and needs it, too.
  expect(refusalOf(await ask(call, 'POST', '/export/jobs', shown))[1]).toBe('secret-needed');
  expect((await ask(call, 'POST', '/export/jobs?dryRun=true', { ...JOB, destination: DESTINATION }))[0]).toBe(
    200,
  );
  // Left out, as all that a PUT leaves out: none.
  const { destination: _, ...without } = shown;
  expect((await ask(call, 'PUT', `/export/jobs/${id}`, without))[1]['destination']).toBeUndefined();
  expect(await kept()).toBeNull();
  expect((await ask(call, 'PUT', `/export/jobs/${id}/destination`, DESTINATION))[1]['destination']).toEqual(
    SHOWN,
  );
  expect((await ask(call, 'DELETE', `/export/jobs/${id}/destination`))[0]).toBe(204);
  expect(refusalOf(await ask(call, 'DELETE', `/export/jobs/${id}/destination`))).toEqual([
    404,
    'no-destination',
    'id',
  ]);
  const stranger = await callerOf(app, await newCenter('stranger'));
  for (const [method, path, body] of [
    ['PUT', `/export/jobs/${id}/destination`, DESTINATION],
    ['DELETE', `/export/jobs/${id}/destination`, undefined],
    ['POST', '/export/destination/test', { jobId: id }],
    ['POST', `/export/history/${id + 1}/delivery`, undefined],
  ] as const)
    expect([path, (await ask(stranger, method, path, body))[0]]).toEqual([path, 404]);
  const actions = told(await entries(ccid)).map(([, , action, outcome]) => `${action} ${outcome}`);
  expect(actions).toEqual(expect.arrayContaining(['destination.set done', 'destination.remove done']));
  const { results } = await env.DB.prepare('SELECT view FROM jobs WHERE ccid = ?').bind(ccid).all();
  const all = [answers, logged, await entries(ccid), results, first]
    .map((part) => JSON.stringify(part))
    .join('\n');
  expect(all).not.toContain(SECRET);
  expect(answers.join('')).not.toContain(first?.secret ?? '');
});

it('v4 neither shows a destination nor loses it', async () => {
  const ccid = await newCenter('v4');
  const call = await callerOf(app, ccid);
  const [, made] = await ask(call, 'POST', '/export/jobs', { ...JOB, destination: DESTINATION });
  const path = `/udm/v4/export/jobs/${made['id']}`;
  const shown = await (await call(path)).json<Record<string, unknown>>();
  expect(shown['destination']).toBeUndefined();
  const edited = await call(path, send('PUT', { ...shown, title: 'By v4', suspended: 'false' }));
  expect([edited.status, await edited.text()]).toEqual([200, expect.stringContaining('By v4')]);
  expect((await ask(call, 'GET', `/export/jobs/${made['id']}`))[1]['destination']).toEqual(SHOWN);
});

it('what is no destination is refused, by its field', async () => {
  const call = await callerOf(app, await newCenter('refused'));
  const refused = async (change: object) => {
    const [status, code, field] = refusalOf(
      await ask(call, 'POST', '/export/jobs', { ...JOB, destination: { ...DESTINATION, ...change } }),
    );
    expect(status).toBe(400);
    return [code, String(field).replace('destination.', '')];
  };
  for (const endpoint of [
    'https://10.0.0.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://minio.internal',
  ])
    expect(await refused({ endpoint })).toEqual(['address-private', 'endpoint']);
  for (const endpoint of ['http://s3.example', 'ftp://s3.example', 'https://a:b@s3.example', 's3'])
    expect(await refused({ endpoint })).toEqual(['not-an-address', 'endpoint']);
  expect(await refused({ endpoint: 'https://s3.example/?x=1' })).toEqual(['not-an-endpoint', 'endpoint']);
  for (const bucket of ['A', 'Acme', 'a..b', 'a/b', '-ab'])
    expect(await refused({ bucket })).toEqual(['not-a-bucket', 'bucket']);
  expect(await refused({ region: 'eu central' })).toEqual(['not-a-region', 'region']);
  expect(await refused({ accessKeyId: 'a b' })).toEqual(['not-an-access-key', 'accessKeyId']);
  for (const prefix of ['../x', 'a/../b', '/a', 'a//b', 'a/./b', 'ü/', 'a{', 'a b', 'a\\b', 'a+b'])
    expect(await refused({ prefix })).toEqual(['prefix-form', 'prefix']);
  expect(await refused({ prefix: '{center}/' })).toEqual(['prefix-placeholder', 'prefix']);
  expect(await refused({ secretAccessKey: 'x'.repeat(257) })).toEqual(['too-long', 'secretAccessKey']);
  expect(asked).toEqual([]);
});

it('a test writes a small object, looks at it and removes it, and says what came of it', async () => {
  const ccid = await newCenter('test');
  const call = await callerOf(app, ccid);
  const test = (body: object) => ask(call, 'POST', '/export/destination/test', body);
  const [status, result] = await test({ destination: { ...DESTINATION, prefix: 'in/{job}' } });
  expect([status, result]).toMatchObject([200, { works: true, code: '', message: '', removed: true }]);
  expect(result['object']).toMatch(/^in\/0\/test-[0-9a-f-]{36}\.txt$/);
  expect(asked.map(({ url, init }) => [init.method, url.pathname])).toEqual(
    ['PUT', 'HEAD', 'DELETE'].map((method) => [method, `/${PLACE.bucket}/${String(result['object'])}`]),
  );
  expect(new Headers(asked[0]?.init.headers).get('Authorization')).toContain('/eu-central-1/s3/aws4_request');
  const says = async (answering: typeof answer) => {
    answer = answering;
    const [, said] = await test({ destination: DESTINATION });
    return [said['works'], said['code'], said['removed']];
  };
  const error = (code: string, of: number) =>
    new Response(`<Error><Code>${code}</Code></Error>`, { status: of });
  expect(await says(() => error('SignatureDoesNotMatch', 403))).toEqual([false, 'delivery-key', true]);
  expect(await says(() => error('AccessDenied', 403))).toEqual([false, 'delivery-forbidden', true]);
  expect(await says(() => error('NoSuchBucket', 404))).toEqual([false, 'delivery-no-bucket', true]);
  expect(await says(() => new OutsideAway('it redirects', 'redirect'))).toEqual([
    false,
    'delivery-redirected',
    true,
  ]);
  const only = (allowed: readonly string[]) => (method: string, body: unknown) =>
    allowed.includes(method) ? taking(method, body) : error('AccessDenied', 403);
  expect(await says(only(['PUT', 'HEAD']))).toEqual([true, '', false]);
  expect(await says(only(['PUT', 'DELETE']))).toEqual([false, 'delivery-unseen', true]);
  answer = taking;
  expect(refusalOf(await test({}))).toEqual([400, 'missing', 'destination']);
  const [, made] = await ask(call, 'POST', '/export/jobs', JOB);
  const jobId = made['id'];
  expect(refusalOf(await test({ jobId }))).toEqual([404, 'no-destination', 'jobId']);
  await ask(call, 'PUT', `/export/jobs/${jobId}/destination`, DESTINATION);
  expect((await test({ jobId }))[1]).toMatchObject({ works: true });
  expect((await test({ jobId, destination: { ...PLACE, bucket: 'acme-other' } }))[1]).toMatchObject({
    works: true,
  });
  expect(
    refusalOf(await test({ jobId, destination: { ...PLACE, endpoint: 'https://s3.other.example' } }))[1],
  ).toBe('secret-needed');
});

it('a run is delivered again when somebody asks, if there is where to and what', async () => {
  const ccid = await newCenter('again');
  const call = await callerOf(app, ccid);
  await importAll(ccid, 'interactions', [interaction('A')]);
  const once = { ...JOB, schedulerParam: { immediately: true } };
  const [, made] = await ask(call, 'POST', '/export/jobs', once);
  const job = { id: Number(made['id']) };
  const path = `/export/history/${job.id + 1}`;
  await ask(call, 'PUT', `/export/jobs/${job.id}/destination`, DESTINATION);
  expect(refusalOf(await ask(call, 'POST', `${path}/delivery`))).toEqual([400, 'nothing-to-deliver', 'id']);
  await ask(call, 'DELETE', `/export/jobs/${job.id}/destination`);
  // The answer of POST is a JobView.
  await carryOut(ccid, made as unknown as Parameters<typeof carryOut>[1]);
  expect(refusalOf(await ask(call, 'POST', `${path}/delivery`))).toEqual([404, 'no-destination', 'id']);
  await ask(call, 'PUT', `/export/jobs/${job.id}/destination`, DESTINATION);
  expect((await ask(call, 'GET', path))[1]['delivery']).toBeUndefined();
  const [status, item] = await ask(call, 'POST', `${path}/delivery`);
  expect([status, item['delivery']]).toMatchObject([202, { state: 'waiting', files: 1, filesDelivered: 0 }]);
});
