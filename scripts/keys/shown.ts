import { z } from 'zod';
import { askOperator, type Operated } from '../operator/ask-operator.ts';
import { RING_NAMES } from './rings.ts';

const instant = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Date.parse(text)));

const key = z.object({
  id: z.string(),
  /** The secret in which it lies. */
  slot: z.string(),
  /** From when it signs or wraps; null: from ever. */
  from: instant,
  /** Whether it is the one that does now. */
  signs: z.boolean(),
  /** Until when what it signed may be shown; null: nobody knows, no other key has followed. */
  until: instant,
  /** Of a key that wraps: what is under it. */
  left: z.record(z.string(), z.int()).optional(),
});
export type ShownKey = Readonly<z.infer<typeof key>>;

const keys = z.object({
  at: z.string().transform((text) => Date.parse(text)),
  leadSeconds: z.int(),
  rings: z.object({ jwt: z.array(key), link: z.array(key), wrap: z.array(key) }),
});
/** What a deployment tells of its keys. */
export type ShownKeys = Readonly<z.infer<typeof keys>>;

export const readKeys = async (operated: Operated): Promise<ShownKeys> =>
  keys.parse(await askOperator(operated, 'keys'));

const MEANINGS = { jwt: 'access tokens', link: 'download links', wrap: 'what is wrapped' } as const;
const LEFT: Readonly<Record<string, string>> = {
  'second-factors': 'second factors',
  webhooks: "webhooks' secrets",
  'webhooks-before': "webhooks' secrets of before",
  issuers: "secrets of issuers' clients",
  destinations: "secrets of customers' buckets",
  runs: 'runs that may have an open volume',
};

/** A time to the second, as people read it. */
export const shownTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** What is left under a key in words; "" where nothing is. */
export const shownLeft = ({ left = {} }: ShownKey): string =>
  Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${LEFT[what] ?? what}`)
    .join(', ');

/** All keys in words, a line each below the name of their ring. */
export const shownKeys = ({ at, rings }: ShownKeys): readonly string[] =>
  RING_NAMES.flatMap((name) => [
    `${name} (${MEANINGS[name]})`,
    ...rings[name].map((one) => `  ${one.id.padEnd(20)} ${one.slot.padEnd(18)} ${stateOf(one, at)}`),
  ]);

function stateOf(one: ShownKey, now: number): string {
  const { from, signs, until } = one;
  if (signs)
    return `in use${from === null ? ', of unknown age' : ` since ${shownTime(from)} (${age(now - from)})`}`;
  if (from !== null && from > now) return `in use from ${shownTime(from)}`;
  const left = shownLeft(one);
  const needed =
    until !== null && until <= now
      ? 'needed no more'
      : `needed until ${until === null ? 'another follows' : shownTime(until)}`;
  return left === '' ? needed : `left under it: ${left}`;
}

const age = (ms: number): string => {
  const days = Math.max(0, Math.floor(ms / 86_400_000));
  return days === 1 ? '1 day' : `${days} days`;
};

/** What is said of texts that no key opens. */
export const lostLine = (lost: number): string =>
  `${lost} cannot be opened by any key: their second factors, webhooks, issuers' clients or destinations need another secret.`;
