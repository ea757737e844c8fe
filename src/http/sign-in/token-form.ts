import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { mediaType, readBoundedBody } from '../body.ts';
import { nameField, sentenceField } from '../openapi/fields.ts';

/** A token request at most: anybody may send one. */
export const FORM_BOUNDS = { bytes: 16 * 1024, milliseconds: 10_000 };

const TokenError = z
  .object({
    error: nameField('A word of RFC 6749, section 5.2.'),
    error_description: sentenceField('What is wrong, in English.'),
    code: nameField('The same in a word of this service: `second-factor-needed`, `user-refused` …').openapi({
      example: 'user-refused',
    }),
  })
  .openapi('TokenError', {
    description: 'Why no token was issued.',
    example: {
      error: 'invalid_grant',
      error_description: 'The user name or password is wrong.',
      code: 'user-refused',
    },
  });

/** RFC 6749 section 5.1: no one on the way keeps a token. */
export const TokenHeaders = z.object({
  Pragma: z.literal('no-cache').openapi({ description: 'For caches of HTTP/1.0.' }),
});

/** Declares an error answer of the endpoints for tokens (RFC 6749 section 5.2). */
export const tokenRefusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: TokenError } },
});

/** RFC 6749 section 2.3: one way of client authentication a request; a `client_id` that only repeats it does no harm. */
export function checkClientParameters(
  clientId: string,
  parameters: ReadonlyMap<string, string>,
): Result<null> {
  if (parameters.has('client_secret')) return fail('client-secret-in-body', 'client_secret');
  if ((parameters.get('client_id') ?? clientId) !== clientId) return fail('client-id-differs', 'client_id');
  return ok(null);
}

/** The form's parameters. Empty ones count as absent, repeated ones are refused (RFC 6749 section 3.2). */
export async function readForm(c: Context): Promise<Result<ReadonlyMap<string, string>>> {
  if (mediaType(c) !== 'application/x-www-form-urlencoded') return fail('form-expected', 'Content-Type');
  const body = await readBoundedBody(c, FORM_BOUNDS);
  if (!body.ok) return body;
  const text = decodeUtf8(body.value);
  if (text === null) return fail('body-not-utf8', 'body');
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue;
    if (parameters.has(name)) return fail('parameter-repeated', name);
    parameters.set(name, value);
  }
  return ok(parameters);
}
