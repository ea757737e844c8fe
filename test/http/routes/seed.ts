import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { saveCertificate } from '../../../src/store/certificates.ts';
import { project } from '../../../src/store/projection.ts';
import { START } from '../harness.ts';
import { projection } from '../lists/sample-lists.ts';

/** What is on file in a seeded contact center; the names are those of the table's placeholders. */
export type Things = Readonly<Record<string, string>>;

/** Ids are unique in a deployment: each center takes forty of the numbers that `projection` counts in. */
let used = 0;

/** Puts a certificate, a finished job with two files, a failed one, a busy one and two to spare into a contact center. */
export async function seed(ccid: string): Promise<Things> {
  used += 40;
  const [finished, other, busy, failed, spare] = [used + 20, used + 4, used + 1, used + 2, used + 6];
  for (const n of [finished, other, busy, failed, spare]) {
    const made = projection(ccid, n);
    // The finished job is suspended, so that it can be resumed; the busy one is not.
    await project(env.DB, { ...made, job: { ...made.job, suspended: n === finished } });
  }
  await saveCertificate(env.DB, ccid, {
    name: 'exports.pem',
    size: 1_000,
    der: Buffer.from([0]),
    subject: 'CN=Exports',
    fingerprint: 'f'.repeat(64),
    notBefore: START - 1,
    notAfter: START + 1,
    uploadedAt: START,
  });
  const job = (n: number) => String(n * 10);
  const run = (n: number) => String(n * 10 + 1);
  return {
    job: job(finished),
    run: run(finished),
    file: `export-${finished}.zip.smime`,
    otherFile: `export-${other}.zip.smime`,
    failedJob: job(failed),
    failedRun: run(failed),
    busyJob: job(busy),
    busyRun: run(busy),
    spareJob: job(spare),
    spareRun: run(spare),
  };
}

/** A text with its placeholders filled in. */
export const fillIn = (text: string, things: Things): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => things[name] ?? whole);
