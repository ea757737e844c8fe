import type { Context } from 'hono';
import type { AppEnv } from '../context.ts';
import { failureText } from '../../labels/failures/words.ts';
import { FAILURES, type FailureCode } from '../../model/failure-codes.ts';
import type { Failure } from '../../model/failures.ts';
import { askToWait } from '../errors.ts';

/** Error codes of the token endpoint (RFC 6749 section 5.2). */
type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

/** Refusals of a user, of the contact center, and of a second factor that the grant did not pass. */
const OF_USERS: readonly FailureCode[] = [
  'user-refused',
  'second-factor-needed',
  'second-factor-refused',
  'center-suspended',
];

/** Grants that there are, and are not for this client or this deployment. */
const OF_GRANTS: readonly FailureCode[] = ['grant-not-for-client', 'passwords-off', 'password-grant-off'];

/** A client that is not known, a user or token that is refused, a grant that there is not; everything else is the request's fault. */
function oauthCode({ code }: Failure): OAuthErrorCode {
  if (code === 'grant-type-unknown') return 'unsupported_grant_type';
  if (OF_GRANTS.includes(code)) return 'unauthorized_client';
  // RFC 6749, 5.2: what is wrong with a user is wrong with the grant; 401 is for clients.
  if (OF_USERS.includes(code)) return 'invalid_grant';
  const { kind } = FAILURES[code];
  if (kind === 'unauthenticated') return 'invalid_client';
  // Of section 4.1.2.1; 5.2 has none for this.
  if (kind === 'too-many') return 'temporarily_unavailable';
  return kind === 'refused' ? 'invalid_grant' : 'invalid_request';
}

/**
 * The endpoint's answer to a refused token request: 401 with the scheme to use for a client that is not known, 429 for
 * one that has to wait, 400 for everything else. The description is for people; it never tells a known name from an unknown one.
 */
export function oauthError(c: Context<AppEnv>, failure: Failure): Response {
  c.var.noted.refusal = failure.code;
  const error = oauthCode(failure);
  const body = { error, error_description: failureText(failure), code: failure.code };
  if (error === 'temporarily_unavailable') {
    askToWait(c, failure);
    return c.json(body, 429);
  }
  const status = error === 'invalid_client' ? 401 : 400;
  if (status === 401) c.header('WWW-Authenticate', 'Basic realm="udm", charset="UTF-8"');
  return c.json(body, status);
}
