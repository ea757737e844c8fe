import { z } from 'zod';

/** Who can have done something: a caller of the API, the holder of a download link, the operator, or nobody that was known. */
export const ACTOR_TYPES = ['user', 'client', 'key', 'link', 'operator', 'nobody'] as const;

const id = z.int().positive();
const text = (units: number) => z.string().max(units);

/** Objects of one entry at most: as many as a bulk operation takes, and those that it made. */
const MOST_OBJECTS = 1_100;

export const auditActor = z.object({
  type: z.enum(ACTOR_TYPES),
  /** The user's name, the id of a client, key or link; "" where nobody was known. */
  name: text(255),
  /** The actor's contact center; "" where there is none. */
  ccid: text(255),
  /** The OAuth client through which a token was obtained, where one was. */
  client: text(255).nullable(),
  /** The browser session, where the request came in one. */
  session: text(255).nullable(),
});
export type AuditActor = z.infer<typeof auditActor>;

/** What the door enters of a request. No member holds a text of a record, a secret, or the id of a contact. */
export const newEntry = z.object({
  actor: auditActor,
  /** One of `actions.ts`. */
  action: text(64),
  /** `type:id`, as `job:17`. */
  objects: z.array(text(320)).max(MOST_OBJECTS).readonly(),
  /** `done`, or the code of a failure; null of what has only begun. */
  outcome: text(64).nullable(),
  address: text(64),
  userAgent: text(255),
  requestId: text(64),
});
export type NewEntry = Readonly<z.infer<typeof newEntry>>;

/** How what had begun came out, and what it made. */
export const newEnd = z.object({
  outcome: text(64).nullable(),
  objects: z.array(text(320)).max(MOST_OBJECTS).readonly(),
});
export type NewEnd = Readonly<z.infer<typeof newEnd>>;

/** A link of the chain that enters something. `time` is ISO 8601, so that what is hashed is what is shown. */
export const entryLink = newEntry.extend({ id, time: z.string() });
export type EntryLink = Readonly<z.infer<typeof entryLink>>;

/** A link of the chain that ends an entry before it: its outcome, or how many of its like there were. */
export const endLink = newEnd.extend({ id, time: z.string(), entry: id, count: id });
export type EndLink = Readonly<z.infer<typeof endLink>>;

/** A link as it stands in the chain. */
export interface Hashed<L> {
  readonly link: L;
  readonly hash: string;
}

/** What readers see of what began and was not ended, because the request died or is still under way. */
export const UNKNOWN_OUTCOME = 'unknown';

/** An entry as readers see it: both of its links in one, with all that is needed to hash them again. */
export interface AuditItem {
  readonly id: number;
  readonly time: string;
  readonly actor: Readonly<AuditActor>;
  readonly action: string;
  /** With those that were made, which stand in `end` too. */
  readonly objects: readonly string[];
  readonly outcome: string;
  /** How many requests are told of in one: the like of one address and minute. */
  readonly count: number;
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** Hash of the link before this entry's. */
  readonly previous: string;
  readonly hash: string;
  readonly end: {
    readonly id: number;
    readonly time: string;
    readonly outcome: string | null;
    readonly objects: readonly string[];
    readonly count: number;
    readonly hash: string;
  } | null;
}

/** The item of an entry, its end, and how many of its like have been counted so far. */
export function itemOf(
  entry: Hashed<EntryLink>,
  end: Hashed<EndLink> | null,
  { previous, counted }: { readonly previous: string; readonly counted: number },
): AuditItem {
  const { link, hash } = entry;
  return {
    id: link.id,
    time: link.time,
    actor: link.actor,
    action: link.action,
    objects: [...link.objects, ...(end?.link.objects ?? [])],
    outcome: end?.link.outcome ?? link.outcome ?? UNKNOWN_OUTCOME,
    count: end?.link.count ?? counted,
    address: link.address,
    userAgent: link.userAgent,
    requestId: link.requestId,
    previous,
    hash,
    end: end && shownEnd(end),
  };
}

function shownEnd({ link: { id: endId, time, outcome, objects, count }, hash }: Hashed<EndLink>) {
  return { id: endId, time, outcome, objects, count, hash };
}

/** The links that an item was made of: the inverse of `itemOf`. */
export function auditLinksOf(item: AuditItem): {
  readonly entry: Hashed<EntryLink>;
  readonly end: Hashed<EndLink> | null;
} {
  const { id: entryId, time, actor, action, address, userAgent, requestId, end } = item;
  const made = end?.objects.length ?? 0;
  // An end with an outcome ended what had only begun; one without counted what had come out before.
  const begun = end ? end.outcome !== null : item.outcome === UNKNOWN_OUTCOME;
  const link: EntryLink = {
    id: entryId,
    time,
    actor,
    action,
    objects: item.objects.slice(0, item.objects.length - made),
    outcome: begun ? null : item.outcome,
    address,
    userAgent,
    requestId,
  };
  if (!end) return { entry: { link, hash: item.hash }, end: null };
  const { hash, ...ended } = end;
  return { entry: { link, hash: item.hash }, end: { link: { ...ended, entry: entryId }, hash } };
}
