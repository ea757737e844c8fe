import { Buffer } from 'node:buffer';
import type { Context } from 'hono';
import {
  readCertificateFile,
  type CertificateFileProblem,
  type ParsedCertificate,
} from '../encoding/certificate-file.ts';
import { checkCertificate } from '../model/certificate.ts';
import type { FailureCode } from '../model/failure-codes.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { NewCertificate } from '../store/certificates.ts';
import { mediaType, readBoundedBody } from './body.ts';
import { readForm, type FormField, type FormProblem } from './multipart.ts';

/** Bytes of a certificate file at most, and of the multipart form around it. */
const MAX_FILE_BYTES = 64 * 1024;
const MAX_FORM_BYTES = MAX_FILE_BYTES + 8 * 1024;

const FILE = {
  type: 'string' as const,
  format: 'binary',
  description: 'X.509, PEM or DER.',
  example: '-----BEGIN CERTIFICATE-----\nMIIC…\n-----END CERTIFICATE-----\n',
};

/** The form of an upload, as documents show it: handlers read it themselves, within its bound. */
export const CertificateForm = {
  type: 'object' as const,
  description: 'A form with the file of the certificate.',
  required: ['file'],
  properties: { file: FILE },
};

/** The same with what the certificate is called. */
export const LabelledCertificateForm = {
  type: 'object' as const,
  description: 'A form with the file of a certificate, and what it is called.',
  required: ['file', 'label'],
  properties: {
    file: FILE,
    label: {
      type: 'string' as const,
      minLength: 1,
      maxLength: 255,
      description: 'What the certificate is called: whose key it is. Without "/", "\\" and "..".',
      example: 'Data protection office',
    },
  },
};

/** An uploaded certificate that exports may be sealed for, and the text of the form's field `label`; null where there is none. */
interface Uploaded {
  readonly certificate: Omit<NewCertificate, 'name' | 'uploadedAt'>;
  readonly label: string | null;
}

/** Reads a form with a certificate. It is in memory as a whole, MAX_FORM_BYTES at most, and its parser holds it once more. */
export async function readCertificateForm(c: Context, now: Instant): Promise<Result<Uploaded>> {
  const form = await readFields(c);
  if (!form.ok) return form;
  const bytes = fileOf(form.value);
  if (!bytes.ok) return bytes;
  const parsed = parseCertificate(bytes.value);
  if (!parsed.ok) return parsed;
  const judged = checkCertificate(parsed.value, now);
  if (!judged.ok) return judged;
  const { der, subject, fingerprint, notBefore, notAfter } = parsed.value;
  const label = form.value.find(({ name }) => name === 'label');
  return ok({
    certificate: {
      der: Buffer.from(der),
      subject,
      fingerprint,
      notBefore,
      notAfter,
      size: bytes.value.byteLength,
    },
    label: label ? new TextDecoder().decode(label.bytes) : null,
  });
}

/** Bits of a stored certificate's key, which are read from the certificate; 0 where they cannot be. */
export function keyBitsOf({ der }: Pick<NewCertificate, 'der'>): number {
  const read = readCertificateFile(der);
  return typeof read === 'string' ? 0 : read.keyBits;
}

async function readFields(c: Context): Promise<Result<readonly FormField[]>> {
  if (mediaType(c) !== 'multipart/form-data') return fail('certificate-form-expected', 'Content-Type');
  const body = await readBoundedBody(c, { bytes: MAX_FORM_BYTES });
  if (!body.ok) return body;
  const form = await readForm(body.value, c.req.header('content-type') ?? '');
  if (typeof form !== 'string') return ok(form);
  const [code, field] = FORM_PROBLEMS[form];
  return fail(code, field);
}

/** The form's field `file`. */
function fileOf(form: readonly FormField[]): Result<Uint8Array> {
  const [found, another] = form.filter(({ name }) => name === 'file');
  if (found === undefined) return fail('certificate-file-missing', 'file');
  if (another !== undefined) return fail('certificate-file-repeated', 'file');
  if (found.bytes.byteLength <= MAX_FILE_BYTES) return ok(found.bytes);
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
