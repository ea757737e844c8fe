import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { unzipSync } from 'fflate';
import { checkManifest } from '../../src/client/open/check-manifest.ts';
import { VolumeJoin } from '../../src/client/open/join-volumes.ts';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { saveCertificate } from '../../src/store/certificates.ts';
import { makeRecipient } from '../encoding/recipient.ts';
import { collect } from '../encoding/sealing.ts';
import { newCenter } from '../support/center.ts';
import { volumesOf } from '../client/open/joining.ts';

let recipient: ReturnType<typeof makeRecipient> | null = null;

/** The one recipient of all runs of a test file. */
export const theRecipient = () => (recipient ??= makeRecipient());

/** A contact center whose exports `theRecipient` can open. */
export async function newSplitCenter(name: string): Promise<string> {
  const ccid = await newCenter(name);
  const { certificateDer } = await theRecipient();
  const day = 86_400_000;
  await saveCertificate(env.DB, ccid, {
    name: 'split.pem',
    size: certificateDer.length,
    der: Buffer.from(certificateDer),
    subject: 'CN=Encoding test',
    fingerprint: 'e'.repeat(64),
    notBefore: Date.now() - day,
    notAfter: Date.now() + 365 * day,
    uploadedAt: Date.now(),
  });
  return ccid;
}

/** A volume as it lies in R2 and what it is when opened. */
export interface OpenedArtifact {
  readonly name: string;
  readonly sealed: Buffer;
  readonly plain: Buffer;
}

/** The artifacts of a run in the order of their volumes, opened. */
export async function openedArtifacts(ccid: string, runId: number): Promise<readonly OpenedArtifact[]> {
  const { results } = await env.DB.prepare(
    'SELECT name, key FROM artifacts WHERE ccid = ? AND history_id = ? ORDER BY volume',
  )
    .bind(ccid, runId)
    .all<{ name: string; key: string }>();
  return Promise.all(results.map(async ({ name, key }) => ({ name, ...(await openedObject(key)) })));
}

/** An object in R2 that was sealed for `theRecipient`. */
export async function openedObject(key: string): Promise<{ sealed: Buffer; plain: Buffer }> {
  const object = await env.BUCKET.get(key);
  if (!object) throw new Error(`${key} is not in R2`);
  const sealed = Buffer.from(await object.arrayBuffer());
  const { privateKeyPem } = await theRecipient();
  const bytes = (async function* () {
    yield sealed;
  })();
  return { sealed, plain: await collect(openSealedFile(bytes, privateKeyPem)) };
}

/** Joins plain volumes and checks them against their manifest: the entries by name, in the archive's order. */
export async function entriesOfSet(
  volumes: readonly Uint8Array[],
): Promise<Readonly<Record<string, Buffer>>> {
  const join = new VolumeJoin(volumesOf(volumes));
  const zip = await collect(join.bytes());
  checkManifest(join);
  const entries = Object.entries(unzipSync(zip));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, Buffer.from(bytes)]));
}
