import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Caller } from '../../identity/caller.ts';
import type { AuditRow } from '../../model/audit/actions.ts';
import type { AuditActor, NewEntry } from '../../model/audit/entry.ts';
import { fail } from '../../model/failures.ts';
import type { AuditChain } from '../../model/object-names.ts';
import { addressOf } from '../address.ts';
import type { AppEnv } from '../context.ts';
import { failed } from '../errors.ts';

/** What a request tells the door of itself while it is answered. */
export interface Noted {
  /** What it made, as `type:id`; the door adds the `id` of an answer where the row says so. */
  readonly made: string[];
  /** The code of the failure that it was answered with, if it was. */
  refusal: string | null;
  /** What it turned out to be, where that is no action of the operation's row. */
  action: string | null;
  /** Whether it was entered. */
  entered: boolean;
}
export const nothingNoted = (): Noted => ({ made: [], refusal: null, action: null, entered: false });

/** Who did something, and in whose chain that stands. */
interface Who {
  readonly chain: AuditChain;
  readonly actor: AuditActor;
}

const DONE = 'done';
const UNANSWERED = 'internal-error';
/** When to ask again where the audit log is away, seconds. */
const AWAY = fail('audit-away', '', { seconds: 5 }).failure;
const REFUSED = [401, 403, 429];
/** Names that are told in the clear: ids, and names as programs and people choose them. Whatever else came is told by its mark. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u;
/** Names of one entry at most, as many as a bulk operation takes. */
const MOST_NAMES = 1_000;

const NOBODY: Who = {
  chain: null,
  actor: { type: 'nobody', name: '', ccid: '', client: null, session: null },
};
export const OPERATOR: Who = { chain: null, actor: { ...NOBODY.actor, type: 'operator' } };
/** The operator, in the chain of the contact center that something was done in. */
export const operatorIn = (ccid: string): Who => ({ ...OPERATOR, chain: ccid });

/** A caller, in the chain of their contact center. */
export const whoIs = ({ ccid, kind, subject, clientId, sessionId }: Caller): Who => ({
  chain: ccid,
  actor: { type: kind, name: subject.slice(0, 255), ccid, client: clientId, session: sessionId },
});

/** The caller, where the guard let one in or a sign-in found one. */
const callerIn = (c: Context<AppEnv>): Caller | undefined => c.get('caller') as Caller | undefined;

/**
 * Stands before everything else of an operation, its guard included, and enters what was refused there, counted with its like of one
 * caller and minute: nobody can flood a chain with what was not done. What nobody known asked is counted in the platform's; that, and a
 * pace that was refused, behind the answer.
 */
export const entersRefusals =
  (row: AuditRow): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next();
    const { status } = c.res;
    if (c.var.noted.entered || !REFUSED.includes(status)) return;
    const caller = callerIn(c);
    const who = caller ? whoIs(caller) : NOBODY;
    const entry = entryOf(c, row, { actor: who.actor, outcome: outcomeOf(c, status) });
    // Nothing was done: a refusal stays one also where it cannot be entered.
    if (caller && status === 403) await c.var.audit.refused(who.chain, entry);
    else c.var.audit.tally(who.chain, { ...entry, objects: [] });
  };

/** Answers an operation, and enters what its row says. */
export async function entered(
  c: Context<AppEnv>,
  row: AuditRow,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (row.kind === 'read' || row.kind === 'open') return answer();
  const caller = callerIn(c);
  return row.kind === 'act' && caller
    ? enteredAct(c, { row, who: whoIs(caller) }, answer)
    : enteredAfter(c, row, answer);
}

/** An act is entered before it is done, and not done where it cannot be entered. A request that dies leaves it as begun. */
export async function enteredAct(
  c: Context<AppEnv>,
  { row, who: { chain, actor } }: { readonly row: AuditRow; readonly who: Who },
  answer: () => Promise<Response>,
): Promise<Response> {
  const { audit, noted } = c.var;
  noted.entered = true;
  const id = await audit.begin(chain, entryOf(c, row, { actor, outcome: null }));
  if (id === null) return failed(c, AWAY);
  let outcome = UNANSWERED;
  try {
    const response = await answer();
    outcome = outcomeOf(c, response.status);
    await noteMade(row, response, noted);
    return response;
  } finally {
    await audit.end(chain, id, { outcome, objects: noted.made });
  }
}

/** A sign-in is entered once it is known who it was, and before they are told: what cannot be entered is not handed over. */
async function enteredAfter(
  c: Context<AppEnv>,
  row: AuditRow,
  answer: () => Promise<Response>,
): Promise<Response> {
  const response = await answer();
  const { audit, noted } = c.var;
  // An invitation was, before its password was set.
  if (noted.entered) return response;
  noted.entered = true;
  const caller = callerIn(c);
  const who = caller ? whoIs(caller) : NOBODY;
  const entry = entryOf(c, row, { actor: who.actor, outcome: outcomeOf(c, response.status) });
  if (!caller) {
    audit.tally(null, { ...entry, objects: [] });
    return response;
  }
  const id = await audit.begin(who.chain, { ...entry, objects: [...entry.objects, ...noted.made] });
  if (id !== null || response.status >= 400) return response;
  c.header('Set-Cookie', undefined);
  return failed(c, AWAY);
}

function entryOf(
  c: Context<AppEnv>,
  row: AuditRow,
  { actor, outcome }: Pick<NewEntry, 'actor' | 'outcome'>,
): NewEntry {
  const agent = (c.req.header('user-agent') ?? '').slice(0, 255).toWellFormed();
  return {
    actor,
    action: c.var.noted.action ?? row.action,
    objects: namedObjects(c, row, actor.ccid),
    outcome,
    address: addressOf(c),
    userAgent: agent,
    requestId: c.var.requestId,
  };
}

/** What the path or the query names, whether there is such a thing or not. */
function namedObjects(c: Context<AppEnv>, { names, clear }: AuditRow, ccid: string): string[] {
  if (!names) return [];
  const { type, parameter } = names;
  const one = c.req.param(parameter);
  const all = one === undefined ? (c.req.query(parameter) ?? '').split(',') : [one];
  const told = new Set(all.map((name) => name.trim()).filter((name) => name !== ''));
  return [...told]
    .slice(0, MOST_NAMES)
    .map((name) => `${type}:${clear && PLAIN.test(name) ? name : c.var.audit.mark(ccid, name)}`);
}

const withId = z.object({ id: z.union([z.string(), z.number()]) });

async function noteMade({ made }: AuditRow, response: Response, noted: Noted): Promise<void> {
  if (made === null || !response.ok) return;
  const body = withId.safeParse(await response.clone().json());
  if (body.success) noted.made.push(`${made}:${body.data.id}`);
}

const outcomeOf = (c: Context<AppEnv>, status: number): string =>
  c.var.noted.refusal ?? (status < 400 ? DONE : `status-${status}`);
