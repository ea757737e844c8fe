import type { Result } from '../model/failures.ts';

/** Who asks: the contact center that every query of the request names, and what the caller may do in it. */
export interface Caller {
  readonly ccid: string;
  readonly roles: readonly string[];
  /** The user's name or the client's id. */
  readonly subject: string;
}

/** Finds the caller of a request by its headers. */
export type Authenticate = (headers: Headers) => Promise<Result<Caller>>;
