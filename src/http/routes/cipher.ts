import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  readCertificateFile,
  type CertificateFileProblem,
  type ParsedCertificate,
} from '../../encoding/certificate-file.ts';
import { checkCertificate, checkCertificateName } from '../../model/certificate.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant } from '../../model/instant.ts';
import { findCertificate, saveCertificate } from '../../store/certificates.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { mediaType, readBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readForm, type FormProblem } from '../multipart.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';
import { CertificateInfo } from '../openapi/schemas.ts';

/** Bytes of a certificate file at most, and of the multipart form around it. */
const MAX_FILE_BYTES = 64 * 1024;
const MAX_FORM_BYTES = MAX_FILE_BYTES + 8 * 1024;

const common = (version: Version) => ({ ...declared(version, 'Certificate'), security: bearer });

const getCipher = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${version.base}/cipher`,
    operationId: 'getCertificate',
    summary: 'Show the certificate on file',
    description: 'Tells under which name the certificate was uploaded, its size and when.',
    middleware: [requires('cipher.read')],
    responses: { 200: json('The certificate.', CertificateInfo), ...errors(401, 403, 404) },
  });

const postCipher = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'post',
    path: `${version.base}/cipher/{certificatefilename}`,
    operationId: 'uploadCertificate',
    summary: 'Upload the certificate that exports are encrypted for',
    description: 'Replaces the one on file. X.509 with an RSA key of 2048 bits or more, PEM or DER.',
    middleware: [requires('cipher.write')],
    request: {
      params: z.object({
        certificatefilename: z.string().openapi({
          description: 'The name under which the certificate is kept.',
          example: 'exports.pem',
        }),
      }),
      body: {
        required: true,
        content: {
          // A plain schema: the handler reads the form itself, within its bound.
          'multipart/form-data': {
            schema: {
              type: 'object' as const,
              required: ['file'],
              properties: {
                file: {
                  type: 'string' as const,
                  format: 'binary',
                  description: 'X.509, PEM or DER.',
                  example: '-----BEGIN CERTIFICATE-----\nMIIC…\n-----END CERTIFICATE-----\n',
                },
              },
            },
          },
        },
      },
    },
    responses: {
      201: json(
        'The name under which the certificate is on file.',
        z.string().openapi({ example: 'exports.pem' }),
      ),
      ...errors(400, 401, 403, 413, 415),
    },
  });

/** The certificate of the caller's contact center. */
export function cipherRoutes(
  { db, now }: Pick<Services, 'db' | 'now'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getCipher(version), async (c) => {
    const found = await findCertificate(db, c.var.caller.ccid);
    if (!found)
      return fail('not-found', 'certificate', 'No certificate is on file; POST cipher/{name} uploads one.');
    const { ccid, name, size, uploadedAt } = found;
    return ok(c.json({ ccid, name, size, lastModified: formatInstant(uploadedAt) }, 200));
  });
  operation(routes, postCipher(version), async (c) => {
    const name = checkCertificateName(c.req.valid('param').certificatefilename);
    if (!name.ok) return name;
    const file = await readFile(c);
    if (!file.ok) return file;
    const certificate = parseCertificate(file.value);
    if (!certificate.ok) return certificate;
    const judged = checkCertificate(certificate.value, now());
    if (!judged.ok) return judged;
    const { der, subject, fingerprint, notBefore, notAfter } = certificate.value;
    const kept = { der: Buffer.from(der), subject, fingerprint, notBefore, notAfter };
    const size = file.value.byteLength;
    await saveCertificate(db, c.var.caller.ccid, { name: name.value, size, uploadedAt: now(), ...kept });
    return ok(c.json(name.value, 201));
  });
  return routes;
}

/** The form's field `file`. The form is in memory as a whole, MAX_FORM_BYTES at most, and its parser holds it once more. */
async function readFile(c: Context): Promise<Result<Uint8Array>> {
  if (mediaType(c) !== 'multipart/form-data') {
    return fail(
      'unsupported-media',
      'Content-Type',
      'Send the certificate as multipart/form-data in the field "file".',
    );
  }
  const body = await readBody(c, MAX_FORM_BYTES);
  if (!body.ok) return body;
  const form = await readForm(body.value, c.req.header('content-type') ?? '');
  if (typeof form === 'string') return fail('invalid', ...FORM_PROBLEMS[form]);
  const [file, another] = form.filter(({ name }) => name === 'file');
  if (file === undefined)
    return fail('invalid', 'file', 'The form has no field "file"; put the certificate there.');
  if (another !== undefined)
    return fail('invalid', 'file', 'The form has several fields "file"; send one certificate.');
  if (file.bytes.byteLength <= MAX_FILE_BYTES) return ok(file.bytes);
  return fail('too-large', 'file', `A certificate file may have at most ${MAX_FILE_BYTES} bytes.`);
}

/** What to say of a body that is no form: the field to blame, and the words. */
const FORM_PROBLEMS: Readonly<Record<FormProblem, readonly [field: string, message: string]>> = {
  'no-boundary': [
    'Content-Type',
    'Content-Type names no boundary; leave the header to your HTTP library, which writes it with the form.',
  ],
  'not-ended': [
    'body',
    'The body does not end with the boundary that Content-Type names; send the whole form, under the boundary it was written with.',
  ],
  'too-many-parts': ['body', 'The form has too many parts; send one field "file" with the certificate.'],
};

/** What to say of a file that does not hold one certificate. Nothing of the file is repeated. */
const PROBLEMS: Readonly<Record<CertificateFileProblem, string>> = {
  'private-key':
    'The file holds a private key; it was not stored. Upload the certificate alone, and treat the key as exposed if others may have seen this request.',
  several:
    'The file holds more than one PEM block; upload the one certificate of the recipient, without its chain.',
  bundle: 'The file is a PKCS #7 bundle; upload the one certificate of the recipient as PEM or DER.',
  'other-pem': 'The file is PEM but holds no certificate; upload an X.509 certificate.',
  'not-a-certificate': 'The file is no X.509 certificate in PEM or DER; upload one.',
  'unusable-key':
    "The certificate's RSA key cannot be used for encryption; upload a certificate with a usual RSA key.",
};

function parseCertificate(file: Uint8Array): Result<ParsedCertificate> {
  const parsed = readCertificateFile(file);
  return typeof parsed === 'string' ? fail('refused', 'file', PROBLEMS[parsed]) : ok(parsed);
}
