import { readFile } from 'node:fs/promises';
import { refusedRequest } from '../../src/client/requests.ts';
import type { Session } from '../../src/client/session.ts';

/** Uploads a certificate (PEM or DER) under a name; it replaces the one on file. The file is held in memory: 64 KB at most are taken. */
export async function uploadCertificate(session: Session, file: string, name: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([await readFile(file)]), name);
  const answer = await session.send(`/cipher/${encodeURIComponent(name)}`, { method: 'POST', body: form });
  if (answer.status !== 201) throw await refusedRequest('The upload of the certificate', answer);
  await answer.body?.cancel();
}
