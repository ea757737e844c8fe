import { z } from 'zod';

/** A value that no log, JSON or error text can show: it has to be asked for by name. */
export class Secret<T> {
  readonly #value: T;
  constructor(value: T) {
    this.#value = value;
  }
  reveal(): T {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
}

const MIB = 1024 * 1024;
const secretText = z.string().min(1);
const base64Key = z.string().transform((text, context) => {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (bytes.length !== 32) context.addIssue('must be 32 bytes of base64');
  return new Secret(bytes);
});

/** `id:base64[,id:base64…]`: the first key wraps, every one of them unwraps. */
const keyRing = z.string().transform((text, context) =>
  text.split(',').map((item) => {
    const [id = '', key = ''] = item.split(':');
    const parsed = base64Key.safeParse(key);
    if (!id || !parsed.success) {
      context.addIssue('must be id:base64 of 32 bytes, comma-separated');
      return z.NEVER;
    }
    return { id, key: parsed.data };
  }),
);

const schema = z.object({
  ISSUER: z.string().min(1),
  AUDIENCE: z.string().min(1),
  RETENTION_DAYS: z.coerce.number().int().min(1),
  /** Days after which imported records are removed; empty keeps them. */
  HISTORY_RETENTION_DAYS: z
    .union([z.literal(''), z.coerce.number().int().min(1)])
    .default('')
    .transform((days) => (days === '' ? null : days)),
  /** Days after which a history item goes, unless a center has a limit of its own. */
  RUN_RETENTION_DAYS: z.coerce.number().int().min(1).default(400),
  MAX_VOLUME_MB: z.coerce.number().int().min(1).max(512),
  /** A slice hands over after this many milliseconds, or after this many pages, whichever comes first. */
  SLICE_MS: z.coerce.number().int().min(1).default(5_000),
  SLICE_PAGES: z.coerce.number().int().min(1).default(1_000_000),
  /** Private RSA key of the token issuer, a JWK with `kid` as one line of JSON. */
  JWT_PRIVATE_KEY: secretText.transform((text) => new Secret(text)),
  /** HMAC key of download links. */
  LINK_KEY: base64Key,
  /** Keys that wrap what the Durable Object keeps of an open volume. */
  WRAP_KEYS: keyRing,
  /** What the operator's own commands show; without one there are no such operations. */
  OPERATOR_KEY: z
    .string()
    .min(32)
    .transform((text) => new Secret(text))
    .optional(),
});

export interface Config {
  readonly issuer: string;
  readonly audience: string;
  readonly retentionDays: number;
  readonly historyRetentionDays: number | null;
  readonly runRetentionDays: number;
  readonly maxVolumeBytes: number;
  readonly sliceMs: number;
  readonly slicePages: number;
  readonly jwtPrivateKey: Secret<string>;
  readonly linkKey: Secret<Uint8Array<ArrayBuffer>>;
  readonly wrapKeys: readonly WrapKey[];
  readonly operatorKey: Secret<string> | undefined;
}

export interface WrapKey {
  readonly id: string;
  readonly key: Secret<Uint8Array<ArrayBuffer>>;
}

/** Parses the environment once. Throws with the names of what is missing or wrong, never with a value. */
export function readConfig(env: unknown): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`The environment is incomplete or wrong in: ${names}. See "Deploying" in README.md.`);
  }
  const value = parsed.data;
  return {
    issuer: value.ISSUER,
    audience: value.AUDIENCE,
    retentionDays: value.RETENTION_DAYS,
    historyRetentionDays: value.HISTORY_RETENTION_DAYS,
    runRetentionDays: value.RUN_RETENTION_DAYS,
    maxVolumeBytes: value.MAX_VOLUME_MB * MIB,
    sliceMs: value.SLICE_MS,
    slicePages: value.SLICE_PAGES,
    jwtPrivateKey: value.JWT_PRIVATE_KEY,
    linkKey: value.LINK_KEY,
    wrapKeys: value.WRAP_KEYS,
    operatorKey: value.OPERATOR_KEY,
  };
}
