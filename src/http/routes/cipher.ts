import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { checkCertificateName } from '../../model/certificate.ts';
import { fail, ok } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { findCertificates, saveCertificate, type StoredCertificate } from '../../store/certificates.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { CertificateForm, keyBitsOf, readCertificateForm } from '../certificate-form.ts';
import { mayReplace } from '../may-replace-certificate.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';
import { CertificateInfo, CertificateInfoV3 } from '../openapi/certificate-schemas.ts';
import { nameField } from '../openapi/fields.ts';
import { projected } from '../lists/json-page.ts';
import { warningsOf } from './warnings.ts';

const common = (version: Version) => ({ ...declared(version, 'Certificate'), security: bearer });

const getCipher = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${version.base}/cipher`,
    operationId: 'getCertificate',
    summary: 'Show the certificate on file',
    description: version.current
      ? 'Of several the primary one, which `GET certificates` lists first. Tells under which name the certificate was uploaded and when, whom it names, when it ends, and how large its key is.'
      : 'Tells under which name the certificate was uploaded, its size and when.',
    middleware: [requires('cipher.read')],
    responses: {
      200: json('The certificate.', version.current ? CertificateInfo : CertificateInfoV3),
      ...(version.current ? errors(400) : {}),
      ...errors(401, 403, 404),
    },
  });

const postCipher = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'post',
    path: `${version.base}/cipher/{certificatefilename}`,
    operationId: 'uploadCertificate',
    summary: 'Upload the certificate that exports are encrypted for',
    description: version.current
      ? 'Replaces the primary one on file. X.509 with an RSA key of 2048 bits or more, PEM or DER.'
      : 'Replaces the one on file. X.509 with an RSA key of 2048 bits or more, PEM or DER.',
    middleware: [requires('cipher.write')],
    request: {
      params: z.object({
        certificatefilename: nameField('The name under which the certificate is kept.').openapi({
          example: 'exports.pem',
        }),
      }),
      body: {
        required: true,
        content: {
          // A plain schema: the handler reads the form itself, within its bound.
          'multipart/form-data': { schema: { $ref: '#/components/schemas/CertificateForm' } },
        },
      },
    },
    responses: {
      201: json(
        'The name under which the certificate is on file.',
        nameField('The name under which it is kept.').openapi({ example: 'exports.pem' }),
      ),
      ...errors(400, 401, 403, 408, 413, 415),
    },
  });

/** The certificate of the caller's contact center. */
export function cipherRoutes(
  { db, now }: Pick<Services, 'db' | 'now'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  routes.openAPIRegistry.registerComponent('schemas', 'CertificateForm', CertificateForm);
  operation(routes, getCipher(version), async (c) => {
    const onFile = await findCertificates(db, c.var.caller.ccid);
    const [primary] = onFile;
    if (!primary) return fail('no-certificate', 'certificate');
    const info = version.current ? certificateInfo(primary, onFile, now()) : certificateInfoV3(primary);
    return ok(projected(c, info));
  });
  operation(routes, postCipher(version), async (c) => {
    const may = await mayReplace(db, c.var.caller);
    if (!may.ok) return may;
    const name = checkCertificateName(c.req.valid('param').certificatefilename);
    if (!name.ok) return name;
    const form = await readCertificateForm(c, now());
    if (!form.ok) return form;
    const { certificate } = form.value;
    c.var.noted.made.push(`certificate:${certificate.fingerprint}`);
    await saveCertificate(db, c.var.caller.ccid, { name: name.value, uploadedAt: now(), ...certificate });
    return ok(c.json(name.value, 201));
  });
  return routes;
}

const certificateInfoV3 = ({ ccid, name, size, uploadedAt }: StoredCertificate) => ({
  ccid,
  name,
  size,
  lastModified: formatInstant(uploadedAt),
});

/** The primary certificate, and what there is to warn of: that none is left. */
function certificateInfo(
  found: StoredCertificate,
  onFile: readonly StoredCertificate[],
  at: Instant,
): z.infer<typeof CertificateInfo> {
  const warnings = warningsOf(onFile, { nextStartsAt: null, now: at });
  return {
    ...certificateInfoV3(found),
    subject: found.subject,
    fingerprint: found.fingerprint,
    notBefore: formatInstant(found.notBefore),
    notAfter: formatInstant(found.notAfter),
    keyBits: keyBitsOf(found),
    ...(warnings ? { warnings } : {}),
  };
}
