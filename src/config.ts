import { z } from 'zod';
import { alertsSecret, alertsUrl, type AlertsTo } from './config/alerts-to.ts';
import { outsideIssuers, type TrustedConfigIssuer } from './config/issuers.ts';
import {
  linkKeyRing,
  signingKeyRing,
  wrapKeyRing,
  type LinkKey,
  type RsaJwk,
  type WrapKey,
} from './config/key-rings.ts';
import { ringOf, type Placed } from './config/rings.ts';
import { Secret } from './config/secret.ts';
import { JURISDICTIONS, LOCATIONS, type Jurisdiction, type ObjectPlace } from './model/jurisdiction.ts';
import { isMailAddress } from './model/mail-address.ts';
import { PART_BYTES } from './model/part-numbers.ts';

const MIB = 1024 * 1024;

/** Origins as browsers send them, comma-separated: `https://pages.example`. */
const origins = z.string().transform((text, context) => {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  const wrong = items.find((item) => !URL.canParse(item) || new URL(item).origin !== item);
  if (wrong !== undefined) context.addIssue('must be origins without a path, comma-separated');
  return items;
});

/** The deployment's own address, as browsers send it; empty where it is the one that a request was sent to. */
const origin = z.string().transform((text, context) => {
  if (text === '') return null;
  if (!URL.canParse(text) || new URL(text).origin !== text)
    context.addIssue('must be an origin without a path, as https://udm.example');
  return text;
});

const longKey = z
  .string()
  .min(32)
  .transform((text) => new Secret(text));

const schema = z
  .object({
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
    /** Days that packs of records are kept which nothing lies in any more: so far back a store of records can be set. */
    RESTORE_DAYS: z.coerce.number().int().min(0).default(30),
    /** Days after which an entry of the audit log goes. */
    AUDIT_DAYS: z.coerce.number().int().min(1).default(730),
    /** Whether each entry of the audit log is a line of the service's own log, too. */
    AUDIT_LOG: z.enum(['on', 'off']).default('off'),
    MAX_VOLUME_MB: z.coerce.number().int().min(1).max(512),
    /** A slice hands over after this many milliseconds, or after this many pages, whichever comes first. */
    SLICE_MS: z.coerce.number().int().min(1).default(5_000),
    SLICE_PAGES: z.coerce.number().int().min(1).default(1_000_000),
    /** Origins whose scripts may call the API; none unless given. */
    CORS_ORIGINS: origins.default([]),
    ORIGIN: origin.default(null),
    /** Issuers outside of this service whose tokens are accepted, as JSON. */
    ISSUERS: outsideIssuers.default([]),
    /** Whether anybody signs in by password here. */
    PASSWORD_SIGN_IN: z.enum(['on', 'off']).default('on'),
    /** Whether the token endpoint takes passwords; browsers may all the same. */
    PASSWORD_GRANT: z.enum(['on', 'off']).default('on'),
    /** The address that mails are sent from, by the binding MAIL; empty where none are. */
    MAIL_FROM: z
      .string()
      .refine((text) => text === '' || isMailAddress(text), 'must be an address')
      .default(''),
    /** Requests that each contact center and each API key may make in ten seconds; 0: no limit. */
    RATE_LIMIT: z.coerce.number().int().min(0).default(0),
    /** Where everything lies and is worked on. */
    JURISDICTION: z.enum(JURISDICTIONS).default('none'),
    /** Where objects are made; empty: nearest to who asks first. */
    LOCATION: z
      .union([z.literal(''), z.enum(LOCATIONS)])
      .default('')
      .transform((location) => (location === '' ? null : location)),
    /** SHA-256 of the program that was deployed, which `GET /version` tells. */
    BUNDLE: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default(''),
    /** The commit that was deployed, which `GET /version` tells. */
    COMMIT: z.string().default(''),
    /** Private RSA keys of the token issuer. Of each ring the second secret has those that a rotation put beside the first. */
    JWT_PRIVATE_KEY: signingKeyRing,
    JWT_PRIVATE_KEY_2: signingKeyRing.optional(),
    /** HMAC keys of download links. */
    LINK_KEY: linkKeyRing,
    LINK_KEY_2: linkKeyRing.optional(),
    /** Keys that wrap what the Durable Object keeps of an open volume, and secrets that have to be read again. */
    WRAP_KEYS: wrapKeyRing,
    WRAP_KEYS_2: wrapKeyRing.optional(),
    /** What the operator's own commands show; without one there are no such operations. */
    OPERATOR_KEY: longKey.optional(),
    /** What whoever asks for metrics shows; without one there are none. */
    METRICS_TOKEN: longKey.optional(),
    /** Where the operator is told what is wrong, and what signs it. */
    ALERTS_URL: alertsUrl.default(null),
    ALERTS_SECRET: alertsSecret.optional(),
  })
  .superRefine((value, context) => {
    // Otherwise nobody could sign in, nor name an issuer at which they could.
    if (value.PASSWORD_SIGN_IN === 'off' && !value.ISSUERS.some(({ clientId }) => clientId !== null))
      context.addIssue({
        code: 'custom',
        path: ['PASSWORD_SIGN_IN'],
        message: 'can be off only where ISSUERS has an issuer with a clientId',
      });
    if (value.ALERTS_URL !== null && value.ALERTS_SECRET === undefined)
      context.addIssue({ code: 'custom', path: ['ALERTS_SECRET'], message: 'must be there with ALERTS_URL' });
    if (value.ISSUERS.some(({ issuer }) => issuer === (value.ORIGIN ?? value.ISSUER)))
      context.addIssue({ code: 'custom', path: ['ISSUERS'], message: 'has this service itself' });
    for (const [second, ids] of Object.entries(sharedIds(value)))
      if (ids.length > 0)
        context.addIssue({
          code: 'custom',
          path: [second],
          message: `has ${ids.join(', ')} as the first has`,
        });
  });

/** By what keys are told apart that stand in both secrets of a ring. */
const sharedIds = (value: Keys): Readonly<Record<string, readonly string[]>> => ({
  JWT_PRIVATE_KEY_2: shared(kids(value.JWT_PRIVATE_KEY), kids(value.JWT_PRIVATE_KEY_2)),
  LINK_KEY_2: shared(ids(value.LINK_KEY), ids(value.LINK_KEY_2)),
  WRAP_KEYS_2: shared(ids(value.WRAP_KEYS), ids(value.WRAP_KEYS_2)),
});
const kids = (ring: Secret<readonly RsaJwk[]> | undefined) => ring?.reveal().map(({ kid }) => kid) ?? [];
const ids = (ring: readonly { readonly id: string }[] | undefined) => ring?.map(({ id }) => id) ?? [];
const shared = (one: readonly string[], other: readonly string[]) => one.filter((id) => other.includes(id));

/** The variables and secrets that there are. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

export interface Config {
  /** Who makes access tokens: `ORIGIN`, where it is given. */
  readonly issuer: string;
  readonly audience: string;
  readonly retentionDays: number;
  readonly historyRetentionDays: number | null;
  readonly runRetentionDays: number;
  readonly restoreDays: number;
  readonly auditDays: number;
  readonly auditLog: boolean;
  readonly maxVolumeBytes: number;
  /** Volumes of at least this size are written by many, each by itself. */
  readonly leastLaidBytes: number;
  readonly sliceMs: number;
  readonly slicePages: number;
  readonly corsOrigins: readonly string[];
  /** The deployment's own address; null: the one that a request was sent to. */
  readonly origin: string | null;
  /** Whether this is local development, at an address of this machine: there addresses of this machine may be asked, too. */
  readonly local: boolean;
  /** Issuers outside of this service whose tokens the whole deployment accepts. */
  readonly issuers: readonly TrustedConfigIssuer[];
  readonly passwordSignIn: boolean;
  /** Whether the token endpoint knows the password grant. */
  readonly passwordGrant: boolean;
  /** Where mails come from; null: none are sent. */
  readonly mailFrom: string | null;
  /** Requests of a contact center or an API key in ten seconds; 0: no limit. */
  readonly rateLimit: number;
  readonly jurisdiction: Jurisdiction;
  readonly location: ObjectPlace['location'];
  readonly bundle: string;
  readonly commit: string;
  /** Rings, the newest key first; `currentKey` tells which one signs or wraps. None is empty. */
  readonly signingKeys: Secret<readonly Placed<RsaJwk>[]>;
  readonly linkKeys: readonly Placed<LinkKey>[];
  readonly wrapKeys: readonly Placed<WrapKey>[];
  readonly operatorKey: Secret<string> | undefined;
  readonly metricsToken: Secret<string> | undefined;
  /** Null: the operator is told in the log alone. */
  readonly alertsTo: AlertsTo | null;
}

/** The environment lacks something, or has something wrong: `wrong` names the variables and why, and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly wrong: string;
  constructor(wrong: string) {
    super(`The environment is incomplete or wrong in: ${wrong}. See "Deploying" in scripts/README.md.`);
    this.wrong = wrong;
  }
}

/** Parses the environment once. Throws a ConfigError with the names of what is missing or wrong, and why, never with a value. */
export function readConfig(env: unknown): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`);
    throw new ConfigError(wrong.join(', '));
  }
  const value = parsed.data;
  return {
    issuer: value.ORIGIN ?? value.ISSUER,
    audience: value.AUDIENCE,
    retentionDays: value.RETENTION_DAYS,
    historyRetentionDays: value.HISTORY_RETENTION_DAYS,
    runRetentionDays: value.RUN_RETENTION_DAYS,
    restoreDays: value.RESTORE_DAYS,
    auditDays: value.AUDIT_DAYS,
    auditLog: value.AUDIT_LOG === 'on',
    maxVolumeBytes: value.MAX_VOLUME_MB * MIB,
    leastLaidBytes: PART_BYTES,
    sliceMs: value.SLICE_MS,
    slicePages: value.SLICE_PAGES,
    corsOrigins: value.CORS_ORIGINS,
    origin: value.ORIGIN,
    local: isLocal(value.ORIGIN),
    issuers: value.ISSUERS,
    passwordSignIn: value.PASSWORD_SIGN_IN === 'on',
    passwordGrant: value.PASSWORD_GRANT === 'on',
    mailFrom: value.MAIL_FROM || null,
    rateLimit: value.RATE_LIMIT,
    jurisdiction: value.JURISDICTION,
    location: value.LOCATION,
    bundle: value.BUNDLE,
    commit: value.COMMIT,
    ...ringsOf(value),
    operatorKey: value.OPERATOR_KEY,
    metricsToken: value.METRICS_TOKEN,
    alertsTo:
      value.ALERTS_URL !== null && value.ALERTS_SECRET !== undefined
        ? { url: value.ALERTS_URL, secret: value.ALERTS_SECRET }
        : null,
  };
}

type Keys = Pick<
  z.infer<typeof schema>,
  'JWT_PRIVATE_KEY' | 'JWT_PRIVATE_KEY_2' | 'LINK_KEY' | 'LINK_KEY_2' | 'WRAP_KEYS' | 'WRAP_KEYS_2'
>;

function ringsOf(keys: Keys): Pick<Config, 'signingKeys' | 'linkKeys' | 'wrapKeys'> {
  const { JWT_PRIVATE_KEY, JWT_PRIVATE_KEY_2, LINK_KEY, LINK_KEY_2, WRAP_KEYS, WRAP_KEYS_2 } = keys;
  const signing = {
    JWT_PRIVATE_KEY: JWT_PRIVATE_KEY.reveal(),
    JWT_PRIVATE_KEY_2: JWT_PRIVATE_KEY_2?.reveal(),
  };
  return {
    signingKeys: new Secret(ringOf(signing)),
    linkKeys: ringOf({ LINK_KEY, LINK_KEY_2 }),
    wrapKeys: ringOf({ WRAP_KEYS, WRAP_KEYS_2 }),
  };
}

const isLocal = (address: string | null): boolean =>
  address !== null && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(address);
