/** The attacks that have to come to nothing: every line has rows in the tables of this folder. */
export const LINES = [
  'alg: none',
  'HMAC with the public key',
  'a foreign key under a known kid',
  'wrong audience',
  'wrong issuer',
  'wrong contact center',
  'expired',
  'not valid yet',
  'a key that was rotated away',
  'a token of somebody who is disabled or gone',
  'a refresh token that comes again',
  'a code that comes again',
  'a code in other hands',
  'what is good once, at the same time',
  'wrong state',
  'wrong nonce',
  'open redirect',
  'a request of another origin',
  'a session that was fixed before',
  'a page in a frame',
] as const;

/** One attack, and what must come back: what `attack` answers is held against `comesBack`. */
export interface Attack {
  readonly line: (typeof LINES)[number];
  /** What attacks. */
  readonly what: string;
  readonly attack: () => Promise<unknown>;
  readonly comesBack: unknown;
}

/** A row of a table. */
export const row = (
  line: Attack['line'],
  what: string,
  comesBack: unknown,
  attack: Attack['attack'],
): Attack => ({ line, what, comesBack, attack });
