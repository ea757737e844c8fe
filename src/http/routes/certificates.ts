import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { certificateState } from '../../model/certificate-warnings.ts';
import { checkCertificateName, checkValidity, MAX_CERTIFICATES } from '../../model/certificate.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import {
  addCertificate,
  findCertificates,
  makePrimary,
  removeCertificate,
  type StoredCertificate,
} from '../../store/certificates.ts';
import { keyBitsOf, LabelledCertificateForm, readCertificateForm } from '../certificate-form.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { mayReplace } from '../may-replace-certificate.ts';
import { CertificateList, CertificateOnFile } from '../openapi/certificate-schemas.ts';
import { SHA256 } from '../openapi/fields.ts';
import { SEALED_FOR } from '../openapi/examples.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const common = { ...declared(V10, 'Certificate'), security: bearer };
const PATH = `${V10.base}/certificates`;

const getCertificates = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  operationId: 'listCertificates',
  summary: 'List the certificates that exports are encrypted for',
  description:
    'Every file is encrypted for all of them that are valid when its run begins, and opens with the key of any. `certificates` of a history item or file names those it is encrypted for.',
  middleware: [requires('cipher.read')],
  responses: { 200: json('The certificates.', CertificateList), ...errors(400, 401, 403) },
});

const postCertificate = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  operationId: 'addCertificate',
  summary: 'Add a certificate that exports are encrypted for',
  description:
    'Adds another recipient, so that a new key is there before the old one ends; runs that begin from now on are encrypted for it, too. The first one is the primary one. One that is on file gets the new label.',
  middleware: [requires('cipher.write')],
  request: {
    body: {
      required: true,
      content: {
        // A plain schema: the handler reads the form itself, within its bound.
        'multipart/form-data': { schema: { $ref: '#/components/schemas/LabelledCertificateForm' } },
      },
    },
  },
  responses: {
    201: json('The certificate.', CertificateOnFile),
    ...errors(400, 401, 403, 408, 409, 413, 415),
  },
});

const params = z.object({
  fingerprint: z.string().openapi({
    ...SHA256,
    description: 'SHA-256 of its DER, lower-case hex.',
    example: SEALED_FOR.fingerprint,
    param: { name: 'fingerprint', in: 'path', required: true },
  }),
});

const putPrimary = createRoute({
  ...common,
  method: 'put',
  path: `${PATH}/{fingerprint}/primary`,
  operationId: 'makeCertificatePrimary',
  summary: 'Make a certificate the primary one',
  description: 'The primary certificate is the one that `cipher` shows and replaces. It has to be valid.',
  middleware: [requires('cipher.write')],
  request: { params },
  responses: { 200: json('The certificate.', CertificateOnFile), ...errors(400, 401, 403, 404) },
});

const deleteCertificate = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{fingerprint}`,
  operationId: 'removeCertificate',
  summary: 'Remove a certificate',
  description:
    'Nothing is encrypted for it any more; its key still opens the files that were. The last one stays. Where it was the primary one, the one that ends last is it now.',
  middleware: [requires('cipher.write')],
  request: { params },
  responses: { 204: { description: 'The certificate is removed.' }, ...errors(400, 401, 403, 404) },
});

/** The certificates of the caller's contact center, of which `cipher` is the primary one. */
export function certificateRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.openAPIRegistry.registerComponent('schemas', 'LabelledCertificateForm', LabelledCertificateForm);
  operation(routes, getCertificates, async (c) => {
    const items = await findCertificates(db, c.var.caller.ccid);
    return ok(c.json({ items: items.map((item) => shownOnFile(item, now())), max: MAX_CERTIFICATES }, 200));
  });
  operation(routes, postCertificate, async (c) => {
    const may = await mayReplace(db, c.var.caller);
    if (!may.ok) return may;
    const form = await readCertificateForm(c, now());
    if (!form.ok) return form;
    const { certificate, label } = form.value;
    if (label === null) return fail('certificate-label-missing', 'label');
    const name = checkCertificateName(label, 'label');
    if (!name.ok) return name;
    c.var.noted.made.push(`certificate:${certificate.fingerprint}`);
    const { ccid } = c.var.caller;
    const added = await addCertificate(db, ccid, { name: name.value, uploadedAt: now(), ...certificate });
    if (!added) return fail('certificates-full', 'file', { max: MAX_CERTIFICATES });
    return ok(c.json(shownOnFile(added, now()), 201));
  });
  operation(routes, putPrimary, async (c) => {
    const { ccid } = c.var.caller;
    const may = await mayReplace(db, c.var.caller);
    if (!may.ok) return may;
    const found = await onFile(db, ccid, c.req.valid('param').fingerprint);
    if (!found.ok) return found;
    const validity = checkValidity(found.value, now(), 'fingerprint');
    if (!validity.ok) return validity;
    const primary = await makePrimary(db, ccid, found.value.fingerprint);
    // Somebody else has removed it meanwhile.
    return primary ? ok(c.json(shownOnFile(primary, now()), 200)) : unknown(found.value.fingerprint);
  });
  operation(routes, deleteCertificate, async (c) => {
    const { ccid } = c.var.caller;
    const may = await mayReplace(db, c.var.caller);
    if (!may.ok) return may;
    const { fingerprint } = c.req.valid('param');
    if (await removeCertificate(db, ccid, fingerprint)) return ok(c.body(null, 204));
    const found = await onFile(db, ccid, fingerprint);
    return found.ok ? fail('last-certificate', 'fingerprint') : found;
  });
  return routes;
}

const unknown = (fingerprint: string) => fail('unknown-certificate', 'fingerprint', { fingerprint });

async function onFile(db: D1Database, ccid: string, fingerprint: string): Promise<Result<StoredCertificate>> {
  const found = (await findCertificates(db, ccid)).find((one) => one.fingerprint === fingerprint);
  return found ? ok(found) : unknown(fingerprint);
}

const shownOnFile = (found: StoredCertificate, at: Instant): z.infer<typeof CertificateOnFile> => ({
  label: found.name,
  primary: found.isPrimary,
  state: certificateState(found, at),
  subject: found.subject,
  fingerprint: found.fingerprint,
  notBefore: formatInstant(found.notBefore),
  notAfter: formatInstant(found.notAfter),
  keyBits: keyBitsOf(found),
  size: found.size,
  lastModified: formatInstant(found.uploadedAt),
});
