import { fail, ok, type Result } from './failures.ts';
import { formatInstant, type Instant } from './instant.ts';

/** Where a job's files are copied to: a bucket of the customer's that is spoken to as S3 is. */
export interface Destination {
  /** Tells one secret from all others; drawn when it is given. What wraps it is bound to it. */
  readonly id: string;
  /** An address without a slash at its end; the bucket's name follows in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** What the objects' names begin with, with placeholders; "" or with a slash at its end. */
  readonly prefix: string;
  readonly accessKeyId: string;
  /** The secret of the access key, wrapped under WRAP_KEYS. */
  readonly secret: string;
}

/** A destination as it is shown: all but the secret. */
export type ShownDestination = Omit<Destination, 'id' | 'secret'>;

/** What of a destination is asked for, beside its address and its secret. */
export interface AskedPlace {
  readonly bucket: string;
  readonly region?: string | undefined;
  readonly prefix?: string | undefined;
  readonly accessKeyId: string;
}

export const DEFAULT_PREFIX = '{ccid}/{job}/{date}/{run}/';
/** Characters of a prefix; an object's name has 1,024 bytes, and those of a file's are 50 at most. */
export const PREFIX_MAX = 512;

/** What a prefix may name, and what stands in its place. */
export const PLACEHOLDERS = ['ccid', 'job', 'run', 'date'] as const;

/** What the names of a run's objects are made of. `at` is when it was due. */
export interface PrefixFacts {
  readonly ccid: string;
  readonly job: number;
  readonly run: number;
  readonly at: Instant;
}

/** Amazon's rules, which all others take, too: 3 to 63 of these. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Hosts of stores that have several. */
const NAMED_REGION =
  /(?:^|\.)s3[.-](?:dualstack\.)?([a-z0-9-]+)\.(?:amazonaws\.com|amazonaws\.com\.cn|wasabisys\.com|backblazeb2\.com|scw\.cloud)$/;
const REGION = /^[a-z0-9-]{1,40}$/;
/** Without slash, comma, blank or anything that is not ASCII: it stands in a header. */
const ACCESS_KEY_ID = /^[\w.+=-]{1,128}$/;
/** What needs no escape in any tool (Amazon's "safe characters"), and `=`, which partitions are named by. */
const SAFE = /^[\w!.*'()/={}-]*$/;

/** Judges what of a destination is no address: the bucket's name, region, prefix and access key. */
export function parsePlace(
  asked: AskedPlace,
  { hostname }: Pick<URL, 'hostname'>,
): Result<Omit<ShownDestination, 'endpoint'>> {
  const { bucket, accessKeyId } = asked;
  if (!BUCKET.test(bucket) || bucket.includes('..')) return fail('not-a-bucket', 'destination.bucket');
  const region = asked.region || regionOf(hostname);
  if (!REGION.test(region)) return fail('not-a-region', 'destination.region');
  if (!ACCESS_KEY_ID.test(accessKeyId)) return fail('not-an-access-key', 'destination.accessKeyId');
  const prefix = parsePrefix(asked.prefix ?? DEFAULT_PREFIX);
  return prefix.ok ? ok({ bucket, region, prefix: prefix.value, accessKeyId }) : prefix;
}

function parsePrefix(text: string): Result<string> {
  const field = 'destination.prefix';
  if (text.length > PREFIX_MAX) return fail('too-long', field, { max: PREFIX_MAX });
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = named.find((name) => !PLACEHOLDERS.some((known) => known === name));
  if (unknown !== undefined)
    return fail('prefix-placeholder', field, { name: unknown.slice(0, 64), choices: placeholders() });
  const rest = text.replaceAll(/\{[^{}]*\}/g, 'x');
  const steps = rest.split('/');
  // One slash may end it; no step is empty, or leads up or nowhere.
  const odd = (step: string, at: number) =>
    (step === '' && at < steps.length - 1) || step === '.' || step === '..';
  if (/[{}]/.test(rest) || !SAFE.test(rest) || steps.some(odd)) return fail('prefix-form', field);
  return ok(text === '' || text.endsWith('/') ? text : `${text}/`);
}

const placeholders = (): string => PLACEHOLDERS.map((name) => `{${name}}`).join(', ');

/** The region that a host's name says, and where it says none that of stores which have one region. */
export function regionOf(hostname: string): string {
  if (hostname.endsWith('.r2.cloudflarestorage.com')) return 'auto';
  const named = NAMED_REGION.exec(hostname);
  return named?.[1] ?? 'us-east-1';
}

/** What the names of a run's objects begin with. What a contact center's name has of other characters becomes `_`. */
export function filledPrefix(template: string, { ccid, job, run, at }: PrefixFacts): string {
  const values = {
    ccid: ccid.replaceAll(/[^\w.-]/g, '_').replaceAll('..', '__'),
    job: String(job),
    run: String(run),
    date: formatInstant(at).slice(0, 10),
  };
  return template.replaceAll(/\{(ccid|job|run|date)\}/g, (_, name: keyof typeof values) => values[name]);
}

/** Whether two destinations are the same place: what was begun at one goes on at the other. */
export const samePlace = (a: Destination, b: Destination): boolean =>
  a.endpoint === b.endpoint && a.bucket === b.bucket && a.prefix === b.prefix;

/** Whether the secret of one is good for the other: whoever asks for another address has to know it. */
export const isOfSameKey = (a: Destination, b: Pick<Destination, 'endpoint' | 'accessKeyId'>): boolean =>
  a.endpoint === b.endpoint && a.accessKeyId === b.accessKeyId;

/** What may be shown of it. */
export const shownDestination = ({ id: _, secret: __, ...shown }: Destination): ShownDestination => shown;
