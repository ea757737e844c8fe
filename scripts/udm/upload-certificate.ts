import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { refusedRequest } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';

/**
 * Uploads a certificate (PEM or DER) under a name, the file's own if none is given; it replaces the one on file. The file is held in
 * memory: 64 KB at most are taken.
 */
export async function uploadCertificate(
  session: Session,
  file: string,
  name = basename(file),
): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([await readFile(file)]), name);
  const answer = await session.send(`/cipher/${encodeURIComponent(name)}`, { method: 'POST', body: form });
  if (answer.status !== 201) throw await refusedRequest('The upload of the certificate', answer);
  await answer.body?.cancel();
}
