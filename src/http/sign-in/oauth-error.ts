import type { Context } from 'hono';

/** Error codes of the token endpoint (RFC 6749 section 5.2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type';

/** A refused token request. The description is for people; it never tells a known name from an unknown one. */
export interface OAuthError {
  readonly error: OAuthErrorCode;
  readonly description: string;
}

export type OAuthResult<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & OAuthError);

/** A refused token request as a value. */
export const refused = (error: OAuthErrorCode, description: string): { ok: false } & OAuthError => ({
  ok: false,
  error,
  description,
});

/** The endpoint's answer: 401 with the scheme to use for a client that is not known, 400 for everything else. */
export function oauthError(c: Context, { error, description }: OAuthError): Response {
  const status = error === 'invalid_client' ? 401 : 400;
  if (status === 401) c.header('WWW-Authenticate', 'Basic realm="udm", charset="UTF-8"');
  return c.json({ error, error_description: description }, status);
}
