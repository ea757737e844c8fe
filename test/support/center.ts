import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { strFromU8, unzipSync } from 'fflate';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { readConfig } from '../../src/config.ts';
import { runSlice } from '../../src/export/slice.ts';
import type { SliceContext } from '../../src/export/slice-context.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { jobObject } from '../../src/jobs/job-object.ts';
import { Gate } from '../../src/platform/gate.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import type { Destination } from '../../src/model/destination.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import type { Kind } from '../../src/model/records.ts';
import { saveCertificate } from '../../src/store/certificates.ts';
import { source, stores } from './record-stores.ts';

export const config = readConfig(env);

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
/** One key for all contact centers of a test file: making it is the slow part. */
const keyPair = (async () => {
  const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const pkcs8 = (await crypto.subtle.exportKey('pkcs8', keys.privateKey)) as ArrayBuffer;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '0102030405',
    name: 'CN=Exports, O=Example',
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000 * 365),
    keys,
    signingAlgorithm: algorithm,
  });
  return { pem: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), der: new Uint8Array(certificate.rawData) };
})();

let centers = 0;

/** A contact center of its own, with a certificate on file: the tests of one file share storage. */
export async function newCenter(name: string): Promise<string> {
  centers += 1;
  const ccid = `${name}-${centers}`;
  const { der } = await keyPair;
  await saveCertificate(env.DB, ccid, {
    name: 'exports.pem',
    size: der.length,
    der: Buffer.from(der),
    subject: 'CN=Exports, O=Example',
    fingerprint: 'f'.repeat(64),
    notBefore: Date.now() - 86_400_000,
    notAfter: Date.now() + 86_400_000 * 365,
    uploadedAt: Date.now(),
  });
  return ccid;
}

/** Imports records given as JSON texts; throws unless every one was taken. */
export async function importAll(ccid: string, kind: Kind, texts: readonly string[]): Promise<void> {
  const body = new Response(texts.map((text) => `${text}\n`).join('')).body!; // a Response of a text has a body
  const report = await importRecords(stores, { ccid, kind, body, gzip: false });
  if (!report.ok || report.value.rejected > 0) throw new Error(JSON.stringify(report));
}

export const interaction = (id: string, change: Record<string, unknown> = {}): string =>
  JSON.stringify({
    IXNID: id,
    STARTDATE: '2024-05-01T10:00:00.000Z',
    MEDIATYPEID: 'email',
    ENTITYTYPEID: 0,
    ...change,
  });

export const jobRequest = (change: Partial<JobRequest> = {}): JobRequest => ({
  source: 'UCS',
  type: 'UCS',
  title: 'All of it',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: [] },
  suspended: false,
  ...change,
});

/** What the use cases of jobs work with, now. */
export const jobContext = () => ({
  db: env.DB,
  objects: env.EXPORT_JOB,
  registry: env.REGISTRY,
  source,
  maxVolumeBytes: config.maxVolumeBytes,
  now: Date.now(),
});

/** Creates a job; throws when it is refused. */
export async function submit(
  ccid: string,
  change: Partial<JobRequest> = {},
  destination: Destination | null = null,
): Promise<JobView> {
  const created = await createJob(jobContext(), ccid, jobRequest(change), {
    by: destination ? 'maker' : '',
    destination,
  });
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.value;
}

/** The run that submitting a job creates has the next id of the one sequence. */
export const firstRun = (job: JobView): number => job.id + 1;

/** What a consumer of this job works with; `sent` collects the messages that it sends. */
export function sliceContext(ccid: string, job: Pick<JobView, 'id'>, sent: SliceMessage[]): SliceContext {
  return {
    config,
    db: env.DB,
    bucket: env.BUCKET,
    source,
    job: jobObject(env.EXPORT_JOB, ccid, job.id),
    send: async (message) => {
      sent.push(message);
    },
    now: Date.now,
  };
}

/** For consumers of runs that go to no bucket. */
export const NO_DELIVERIES = {
  gate: new Gate(1),
  ask: () => Promise.reject(new Error('nothing is delivered to a bucket here')),
  send: () => Promise.reject(new Error('nothing is delivered to a bucket here')),
};

/** For consumers that compact nothing. */
export const NO_COMPACTIONS = {
  gate: new Gate(1),
  storeOf: () => {
    throw new Error('nothing is compacted here');
  },
  send: () => Promise.reject(new Error('nothing is compacted here')),
};

export const firstMessage = (ccid: string, job: JobView): SliceMessage => ({
  format: 1,
  kind: 'slice',
  ccid,
  jobId: job.id,
  runId: firstRun(job),
  seq: 0,
});

/** Carries out a run's messages until none is left; answers how many slices it took. */
export async function carryOut(
  ccid: string,
  job: JobView,
  change: Partial<SliceContext> = {},
): Promise<number> {
  const messages = [firstMessage(ccid, job)];
  const context = { ...sliceContext(ccid, job, messages), ...change };
  let slices = 0;
  for (let message = messages.shift(); message; message = messages.shift()) {
    await runSlice(context, message);
    slices += 1;
  }
  return slices;
}

/** The decrypted entries of the only artifact of a job's first run, by name. */
export const archiveOf = (ccid: string, job: JobView): Promise<Readonly<Record<string, string>>> =>
  entriesOfRun(ccid, firstRun(job));

/** The decrypted entries of a run's only artifact, by name. */
export async function entriesOfRun(ccid: string, runId: number): Promise<Readonly<Record<string, string>>> {
  const zip = await decryptedFile(ccid, runId);
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The bytes of a run's only artifact, decrypted. */
export async function decryptedFile(ccid: string, runId: number): Promise<Uint8Array> {
  const { results } = await env.DB.prepare('SELECT key FROM artifacts WHERE ccid = ? AND history_id = ?')
    .bind(ccid, runId)
    .all<{ key: string }>();
  const [row] = results;
  if (!row || results.length !== 1) throw new Error(`${results.length} artifacts`);
  return openArtifact(row.key);
}

/** The bytes of one artifact, decrypted. */
export async function openArtifact(key: string): Promise<Uint8Array> {
  const object = await env.BUCKET.get(key);
  if (!object) throw new Error('the artifact is not in R2');
  const plain: Uint8Array[] = [];
  const { pem } = await keyPair;
  for await (const bytes of openSealedFile(wholeOf(await object.arrayBuffer()), pem)) plain.push(bytes);
  return Buffer.concat(plain);
}

/** Read to its end first: opening stops at the last byte that it needs, and workerd tells of every body that is broken off. */
async function* wholeOf(bytes: ArrayBuffer): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(bytes);
}

/** The history item of a job's first run as D1 shows it. */
export async function historyItem(ccid: string, job: JobView) {
  const row = await env.DB.prepare('SELECT view FROM runs WHERE ccid = ? AND id = ?')
    .bind(ccid, firstRun(job))
    .first<{ view: string }>();
  return JSON.parse(row?.view ?? 'null') as Record<string, unknown> | null;
}
