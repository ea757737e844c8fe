import { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { sha256 } from '../identity/secrets.ts';
import type { Once } from '../jobs/once.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { DAY_MS } from '../model/instant.ts';
import { log } from '../platform/log.ts';
import {
  claimKey,
  endClaim,
  forgetKey,
  keepAnswer,
  keepFirstId,
  type KeptAnswer,
} from '../store/kept-answers.ts';
import type { AppEnv } from './context.ts';
import { errorBody, failed } from './errors.ts';
import { nameField } from './openapi/fields.ts';
import { errors } from './operation.ts';
import type { Services } from './services.ts';

/** What answers are kept with. */
export type Keeping = Pick<Services, 'db' | 'now' | 'later'>;

const HEADER = 'Idempotency-Key';
const KEPT_MS = DAY_MS;
/** How long a request counts as under way. Longer than one takes; what goes on later makes the same, by the same ids. */
const BUSY_MS = 15_000;
/** Keys of a contact center at a time: more than its eight runs at once could make of a day. */
const MOST = 10_000;
/** Characters of an answer that is kept. A longer one is made once more, from the same ids. */
const MAX_BODY = 16 * 1024;
/** When to ask again where there are as many keys as may be, seconds. */
const FULL_SECONDS = 3_600;
const MAX_KEY = 255;

/** A string of RFC 9651 (3.3.3); programs send it without quotes, too. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])+)"$/;
const BARE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

/** The header of a request that may come again. */
export const IdempotencyKey = z.object({
  'idempotency-key': nameField(
    'A text that names this request, new for each other one: a UUID, say. Sent again within 24 hours it does nothing once more, and is answered as the first time (draft-ietf-httpapi-idempotency-key-header). Answers of 4xx are not kept, and nothing is of a dry run.',
  )
    .optional()

    .openapi({ example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"' }),
});

const underWay = errors(409)[409].content['application/json'];
/** How a request is refused for its key. */
export const KEY_REFUSALS = {
  ...errors(422),
  409: {
    description:
      'The first request with this key is under way, or the contact center has as much as it may have.',
    content: {
      'application/json': { ...underWay, example: errorBody(fail('key-under-way', HEADER).failure) },
    },
  },
};

/**
 * Stands behind the guard and what reads the body, where the operation has one: answers a request with a key that came before as the
 * first time, and lets any other through. A repeated one reaches no handler, so that the audit log enters what was done, once.
 */
export const answeredOnce =
  (body: 'with-body' | 'without-body'): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const header = c.req.header(HEADER);
    if (header === undefined || c.req.query('dryRun')?.toLowerCase() === 'true') return next();
    const key = keyIn(header);
    if (!key.ok) return failed(c, key.failure);
    const { db, now, later } = c.var.keeping;
    const { ccid } = c.var.caller;
    const text = body === 'with-body' ? await c.req.raw.clone().text() : '';
    const asked = askedBy(c, key.value, text);
    const { known, among } = await claimKey(db, ccid, asked, { now: now(), most: MOST });
    if (known.fingerprint !== asked.fingerprint) return failed(c, fail('key-of-another', HEADER).failure);
    if (known.status !== null) return repeated(known);
    if (known.claim !== asked.claim) return failed(c, fail('key-under-way', HEADER).failure);
    if (among > MOST) {
      await forgetKey(db, ccid, known);
      return failed(c, fail('too-many-keys', HEADER, { max: MOST, seconds: FULL_SECONDS }).failure);
    }
    c.set('once', onceOf(c, known));
    const done = doneAndKept(c, known, next);
    later(done.catch(() => undefined));
    return done;
  };

/** The key in a header. */
function keyIn(header: string): Result<string> {
  const text = header.trim();
  const key = QUOTED.exec(text)?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? (BARE.test(text) ? text : '');
  return key === '' || key.length > MAX_KEY ? fail('not-a-key', HEADER, { max: MAX_KEY }) : ok(key);
}

/** What is asked, and by whom: a key of one caller is nothing to another. The body is what `readableJob` has left of it. */
function askedBy(c: Context<AppEnv>, key: string, body: string) {
  const { kind, subject } = c.var.caller;
  const now = c.var.keeping.now();
  return {
    id: sha256(JSON.stringify([kind, subject, key])),
    fingerprint: sha256(JSON.stringify([c.req.method, c.req.path, body])),
    nonce: crypto.randomUUID(),
    claim: crypto.randomUUID(),
    busyUntil: now + BUSY_MS,
    expiresAt: now + KEPT_MS,
  };
}

const repeated = ({ status, body }: KeptAnswer): Response =>
  new Response(body, { status: status ?? 200, headers: { 'Content-Type': 'application/json' } });

function onceOf(c: Context<AppEnv>, { id, nonce, firstId }: KeptAnswer): Once {
  const { db } = c.var.keeping;
  let before = firstId;
  let asked = false;
  return {
    nonce,
    async ids(draw) {
      const first = !asked;
      asked = true;
      if (first && before !== null) return before;
      before = await keepFirstId(db, c.var.caller.ccid, { id, before, drawn: await draw() });
      return before;
    },
  };
}

async function doneAndKept(c: Context<AppEnv>, known: KeptAnswer, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } finally {
    await kept(c, known);
  }
}

/** Keeps what came of a request. Where it cannot be kept, whoever asks again makes the same of the same ids. */
async function kept(c: Context<AppEnv>, known: KeptAnswer): Promise<void> {
  const { db } = c.var.keeping;
  const { ccid } = c.var.caller;
  try {
    const { status } = c.res;
    const body = c.res.ok ? await c.res.clone().text() : '';
    if (c.res.ok && body.length <= MAX_BODY) await keepAnswer(db, ccid, { id: known.id, status, body });
    // Refused from the first: nothing was made. What was begun before may have been.
    else if (status >= 400 && status < 500 && known.firstId === null) await forgetKey(db, ccid, known);
    else await endClaim(db, ccid, known);
  } catch (error) {
    log('answer-not-kept', { ccid, request: c.var.requestId, error });
  }
}
