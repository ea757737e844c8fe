import { QUERIES, SERVICE } from './session.ts';

/** Puts a certificate on file in the place of the one that is there. */
export async function putCertificate(file: File): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  await SERVICE.send(`/udm/v10/cipher/${encodeURIComponent(file.name)}`, { method: 'POST', body: form });
  await QUERIES.invalidateQueries({ queryKey: ['certificate'] });
}
