import type { Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';

/** What somebody who asks can be: a person, an OAuth client that signed in for itself, or an API key that acts by itself. */
export const CALLER_KINDS = ['user', 'client', 'key'] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

/** Who asks: the contact center that every query of the request names, and what the caller may do in it. */
export interface Caller {
  readonly ccid: string;
  readonly roles: readonly string[];
  /** The user's name, the client's id or the key's id. */
  readonly subject: string;
  readonly kind: CallerKind;
  /** The OAuth client through which a token was obtained, where one was. */
  readonly clientId: string | null;
  /** The browser session, where the request came in one. */
  readonly sessionId: string | null;
  /** When the person last proved who it is, where that is known. */
  readonly authTime: Instant | null;
}

/** What of a request tells who asks: a `Request` is one. */
export type Asking = Pick<Request, 'method' | 'url' | 'headers'>;

/** A way to prove who asks. It answers null where the request does not try it. */
export type Verifier = (asking: Asking, now: Instant) => Promise<Result<Caller> | null>;

/** Finds the caller of a request. */
export type Authenticate = (asking: Asking) => Promise<Result<Caller>>;
