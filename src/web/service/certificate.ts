import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { QUERIES, SERVICE } from './session.ts';

/** One of the certificates on file. */
export type OnFile = components['schemas']['CertificateOnFile'];

const KEY = ['certificates'] as const;

/** The certificates on file, the primary one first. */
export const useCertificates = () =>
  useQuery({
    queryKey: KEY,
    staleTime: 60_000,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/certificates')).data?.items ?? [],
  });

const changed = () => QUERIES.invalidateQueries({ queryKey: KEY });

/** Puts a certificate on file in the place of the primary one. */
export async function putCertificate(file: File): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  await SERVICE.send(`/udm/v10/cipher/${encodeURIComponent(file.name)}`, { method: 'POST', body: form });
  await changed();
}

/** Puts a certificate on file beside the others. */
export async function putFurtherCertificate(file: File, label: string): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  form.set('label', label);
  await SERVICE.send('/udm/v10/certificates', { method: 'POST', body: form });
  await changed();
}

export async function leadWithCertificate(fingerprint: string): Promise<void> {
  const params = { path: { fingerprint } };
  await SERVICE.api.PUT('/udm/v10/certificates/{fingerprint}/primary', { params });
  await changed();
}

export async function dropCertificate(fingerprint: string): Promise<void> {
  await SERVICE.api.DELETE('/udm/v10/certificates/{fingerprint}', { params: { path: { fingerprint } } });
  await changed();
}
