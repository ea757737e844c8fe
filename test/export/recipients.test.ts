import { Buffer } from 'node:buffer';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { runSlice } from '../../src/export/slice.ts';
import type { SliceMessage } from '../../src/model/protocol.ts';
import { addCertificate, removeCertificate } from '../../src/store/certificates.ts';
import { makeRecipient } from '../encoding/recipient.ts';
import { collect } from '../encoding/sealing.ts';
import {
  archiveOf,
  config,
  firstMessage,
  firstRun,
  historyItem,
  importAll,
  interaction,
  newCenter,
  openArtifact,
  sliceContext,
  submit,
} from '../support/center.ts';
import { endedItem } from '../support/waiting.ts';
import { smallPages } from './small-pages.ts';

const DAY = 86_400_000;

/** Puts a further certificate on file, which ends in so many days. */
async function further(ccid: string, letter: string, days = 300) {
  const recipient = await makeRecipient(`CN=${letter}`);
  const now = Date.now();
  await addCertificate(env.DB, ccid, {
    name: letter,
    size: 1,
    der: Buffer.from(recipient.certificateDer),
    subject: `CN=${letter}`,
    fingerprint: letter.repeat(64),
    notBefore: now - 400 * DAY,
    notAfter: now + days * DAY,
    uploadedAt: now,
  });
  return recipient;
}

const artifactsOf = async (ccid: string, runId: number) =>
  (
    await env.DB.prepare(
      'SELECT key, certificates FROM artifacts WHERE ccid = ? AND history_id = ? ORDER BY volume',
    )
      .bind(ccid, runId)
      .all<{ key: string; certificates: string }>()
  ).results;

it('every volume opens with every key that was on file when the run was planned, whatever became of the certificates since', async () => {
  const ccid = await newCenter('several');
  const [second, , late] = [
    await further(ccid, 'a'),
    await further(ccid, 'b', -1),
    await makeRecipient('CN=late'),
  ];
  const texts = Array.from({ length: 60 }, (_, n) =>
    interaction(`I${n}`, {
      TEXT: Buffer.from(crypto.getRandomValues(new Uint8Array(900))).toString('base64'),
    }),
  );
  await importAll(ccid, 'interactions', texts);
  const job = await submit(ccid);
  const messages: SliceMessage[] = [firstMessage(ccid, job)];
  const context = {
    ...sliceContext(ccid, job, messages),
    config: { ...config, slicePages: 1, maxVolumeBytes: 20_000 },
    source: smallPages(10),
  };
  let slices = 0;
  for (let message = messages.shift(); message; message = messages.shift()) {
    await runSlice(context, message);
    slices += 1;
    // From now on another set is on file.
    if (slices === 1) {
      expect(await removeCertificate(env.DB, ccid, 'a'.repeat(64))).toBe(true);
      await further(ccid, 'c');
    }
  }
  expect(slices).toBeGreaterThan(3);
  const named = ['f', 'a'].map((letter) => expect.objectContaining({ fingerprint: letter.repeat(64) }));
  expect(await endedItem(ccid, job, 'Finished')).toMatchObject({ certificates: named });
  const artifacts = await artifactsOf(ccid, firstRun(job));
  expect(artifacts.length).toBeGreaterThan(2);
  for (const { key, certificates } of artifacts) {
    expect(JSON.parse(certificates)).toEqual((await historyItem(ccid, job))?.['certificates']);
    const sealed = await (await env.BUCKET.get(key))?.bytes();
    const openedBy = ({ privateKeyPem }: typeof second) =>
      collect(
        openSealedFile(
          (async function* () {
            yield sealed ?? new Uint8Array();
          })(),
          privateKeyPem,
        ),
      );
    expect((await openedBy(second)).equals(await openArtifact(key))).toBe(true);
    await expect(openedBy(late)).rejects.toMatchObject({ code: 'wrong-key' });
  }
});

it('the manifest names the primary certificate, and all', async () => {
  const ccid = await newCenter('manifest');
  await further(ccid, 'a');
  await importAll(ccid, 'interactions', [interaction('A')]);
  const job = await submit(ccid);
  const messages: SliceMessage[] = [firstMessage(ccid, job)];
  const context = sliceContext(ccid, job, messages);
  for (let message = messages.shift(); message; message = messages.shift()) await runSlice(context, message);
  const manifest: unknown = JSON.parse((await archiveOf(ccid, job))['manifest.json'] ?? '');
  const [first, second] = [
    { subject: 'CN=Exports, O=Example', fingerprint: 'f'.repeat(64) },
    { subject: 'CN=a', fingerprint: 'a'.repeat(64) },
  ];
  expect(manifest).toMatchObject({ certificate: first, certificates: [first, second] });
});
