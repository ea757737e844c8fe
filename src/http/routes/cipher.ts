import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  readCertificateFile,
  type CertificateFileProblem,
  type ParsedCertificate,
} from '../../encoding/certificate-file.ts';
import { checkCertificate, checkCertificateName } from '../../model/certificate.ts';
import { privilegesUnder } from '../../model/center-settings.ts';
import type { FailureCode } from '../../model/failure-codes.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { findSettings } from '../../store/center-settings.ts';
import { findCertificate, saveCertificate, type StoredCertificate } from '../../store/certificates.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { mediaType, readBoundedBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readForm, type FormProblem } from '../multipart.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';
import { CertificateInfo, CertificateInfoV3 } from '../openapi/certificate-schemas.ts';
import { nameField } from '../openapi/fields.ts';
import { projected } from '../lists/json-page.ts';
import { warningsOf } from './warnings.ts';

/** Bytes of a certificate file at most, and of the multipart form around it. */
const MAX_FILE_BYTES = 64 * 1024;
const MAX_FORM_BYTES = MAX_FILE_BYTES + 8 * 1024;

/** What uploading asks for; a contact center can keep it to administrators. */
const PRIVILEGE = 'cipher.write';

const common = (version: Version) => ({ ...declared(version, 'Certificate'), security: bearer });

const CertificateForm = {
  type: 'object' as const,
  description: 'A form with the file of the certificate.',
  required: ['file'],
  properties: {
    file: {
      type: 'string' as const,
      format: 'binary',
      description: 'X.509, PEM or DER.',
      example: '-----BEGIN CERTIFICATE-----\nMIIC…\n-----END CERTIFICATE-----\n',
    },
  },
};

const getCipher = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${version.base}/cipher`,
    operationId: 'getCertificate',
    summary: 'Show the certificate on file',
    description: version.current
      ? 'Tells under which name the certificate was uploaded and when, whom it names, when it ends, and how large its key is.'
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
    description: 'Replaces the one on file. X.509 with an RSA key of 2048 bits or more, PEM or DER.',
    middleware: [requires(PRIVILEGE)],
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
    const found = await findCertificate(db, c.var.caller.ccid);
    if (!found) return fail('no-certificate', 'certificate');
    return ok(projected(c, version.current ? certificateInfo(found, now()) : certificateInfoV3(found)));
  });
  operation(routes, postCipher(version), async (c) => {
    const settings = await findSettings(db, c.var.caller.ccid);
    if (!privilegesUnder(settings, c.var.caller.roles).includes(PRIVILEGE))
      return fail('privilege-missing', PRIVILEGE, { privilege: PRIVILEGE });
    const checked = checkCertificateName(c.req.valid('param').certificatefilename);
    if (!checked.ok) return checked;
    const file = await readFile(c);
    if (!file.ok) return file;
    const certificate = parseCertificate(file.value);
    if (!certificate.ok) return certificate;
    const judged = checkCertificate(certificate.value, now());
    if (!judged.ok) return judged;
    const { der, subject, fingerprint, notBefore, notAfter } = certificate.value;
    c.var.noted.made.push(`certificate:${fingerprint}`);
    const kept = { der: Buffer.from(der), subject, fingerprint, notBefore, notAfter };
    const size = file.value.byteLength;
    await saveCertificate(db, c.var.caller.ccid, { name: checked.value, size, uploadedAt: now(), ...kept });
    return ok(c.json(checked.value, 201));
  });
  return routes;
}

const certificateInfoV3 = ({ ccid, name, size, uploadedAt }: StoredCertificate) => ({
  ccid,
  name,
  size,
  lastModified: formatInstant(uploadedAt),
});

/** What sealed the files: key bits are read from the certificate, which D1 keeps whole. */
function certificateInfo(found: StoredCertificate, at: Instant): z.infer<typeof CertificateInfo> {
  const read = readCertificateFile(found.der);
  const warnings = warningsOf(found, { nextStartsAt: null, now: at });
  return {
    ...certificateInfoV3(found),
    subject: found.subject,
    fingerprint: found.fingerprint,
    notBefore: formatInstant(found.notBefore),
    notAfter: formatInstant(found.notAfter),
    keyBits: typeof read === 'string' ? 0 : read.keyBits,
    ...(warnings ? { warnings } : {}),
  };
}

/** The form's field `file`. The form is in memory as a whole, MAX_FORM_BYTES at most, and its parser holds it once more. */
async function readFile(c: Context): Promise<Result<Uint8Array>> {
  if (mediaType(c) !== 'multipart/form-data') return fail('certificate-form-expected', 'Content-Type');
  const body = await readBoundedBody(c, { bytes: MAX_FORM_BYTES });
  if (!body.ok) return body;
  const form = await readForm(body.value, c.req.header('content-type') ?? '');
  if (typeof form === 'string') {
    const [code, field] = FORM_PROBLEMS[form];
    return fail(code, field);
  }
  const [file, another] = form.filter(({ name }) => name === 'file');
  if (file === undefined) return fail('certificate-file-missing', 'file');
  if (another !== undefined) return fail('certificate-file-repeated', 'file');
  if (file.bytes.byteLength <= MAX_FILE_BYTES) return ok(file.bytes);
  return fail('certificate-file-too-large', 'file', { max: MAX_FILE_BYTES });
}

/** The failure for each problem of a body that is no form, with the field to blame. */
const FORM_PROBLEMS = {
  'no-boundary': ['form-without-boundary', 'Content-Type'],
  'not-ended': ['form-not-ended', 'body'],
  'too-many-parts': ['form-too-many-parts', 'body'],
} as const satisfies Readonly<Record<FormProblem, readonly [code: FailureCode, field: string]>>;

/** The failure for each problem of a certificate file. */
const FAILURE_OF = {
  'private-key': 'private-key',
  several: 'several-certificates',
  bundle: 'certificate-bundle',
  'other-pem': 'other-pem',
  'utf-16': 'certificate-in-utf16',
  'odd-serial-number': 'certificate-serial-number',
  'odd-name': 'certificate-names',
  'odd-validity': 'certificate-validity',
  'not-a-certificate': 'not-a-certificate',
  'unusable-key': 'unusable-key',
} as const satisfies Readonly<Record<CertificateFileProblem, FailureCode>>;

/** The one certificate of a file. Why there is none is a code of its own; nothing of the file is repeated. */
function parseCertificate(file: Uint8Array): Result<ParsedCertificate> {
  const parsed = readCertificateFile(file);
  return typeof parsed === 'string' ? fail(FAILURE_OF[parsed], 'file') : ok(parsed);
}
