import { z } from 'zod';
import { Secret } from './secret.ts';

/** Where the operator is told what is wrong, and the secret that signs it (Standard Webhooks). */
export interface AlertsTo {
  readonly url: Secret<string>;
  readonly secret: Secret<Uint8Array<ArrayBuffer>>;
}

/** Bytes that Standard Webhooks has in a secret. */
const SECRET_BYTES = { least: 24, most: 64 };

/** An address for a webhook; it may have a token in it, so it is kept as a secret is. Empty: nobody is told. */
export const alertsUrl = z.string().transform((text, context): Secret<string> | null => {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(text);
  if (url === null || (url.protocol !== 'https:' && !local) || url.username !== '' || url.hash !== '')
    context.addIssue('must be an address with https, without a user in it');
  return new Secret(text);
});

/** `whsec_` and 24 to 64 bytes in base64. */
export const alertsSecret = z.string().transform((text, context): Secret<Uint8Array<ArrayBuffer>> => {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (bytes.length < SECRET_BYTES.least || bytes.length > SECRET_BYTES.most)
    context.addIssue(`must be whsec_ and ${SECRET_BYTES.least} to ${SECRET_BYTES.most} bytes in base64`);
  return new Secret(bytes);
});
