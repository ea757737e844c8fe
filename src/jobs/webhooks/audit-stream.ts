import { z } from 'zod';
import type { AuditLog } from '../../../durable/audit-log.ts';
import { auditObjectName } from '../../model/object-names.ts';
import type { LinkRange } from '../../model/webhook.ts';
import { invocation } from '../../platform/invocation.ts';
import { log } from '../../platform/log.ts';
import { idleStreams, putDownLinks, type AuditStream } from '../../store/audit-streams.ts';
import { rememberSweep, sweptUntil } from '../../store/orphans.ts';

/** Streaming of audit logs, by the clock. */
export interface StreamContext {
  readonly db: D1Database;
  readonly audit: DurableObjectNamespace<AuditLog>;
  readonly now: () => number;
}

/** Links of one delivery, and their characters; one link at least. */
const LINKS_A_DELIVERY = 100;
const UNITS_A_DELIVERY = 128_000;
/** Streams that are looked after in one minute, and how many beside each other. */
const STREAMS_A_MINUTE = 200;
const AT_ONCE = 10;
/** What looking after one takes. */
const A_STREAM = { statements: 2, subrequests: 5 };
/** The row of `sweeps` that has the id of the stream after which the next minute begins. */
const STREAMED = 'audit-streamed';

const place = z.object({ id: z.int() });
export const linkRange = z.object({ contactCenter: z.string(), first: z.int(), last: z.int() });

/**
 * Puts down what idle streams are to be told next. The chain itself is what is still to be told: a link is in it with the act that it tells of, and
 * stays there, so nothing has to be written down twice. Each minute goes on where the one before stopped.
 */
export async function putDownStreams(context: StreamContext): Promise<void> {
  const { db } = context;
  const streams = await idleStreams(db, await sweptUntil(db, STREAMED), STREAMS_A_MINUTE);
  const left = streams.values();
  const oneByOne = async () => {
    for (const stream of left) {
      if (!invocation().has(A_STREAM)) return;
      await putDownNext(context, stream).catch((error: unknown) =>
        log('delivery-left', { ccid: stream.ccid, webhook: stream.id, error }),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));
  const last = streams.length === STREAMS_A_MINUTE ? streams.at(-1) : undefined;
  await rememberSweep(db, STREAMED, last?.id ?? '');
}

/** Puts down the links behind the last one that a stream took, as many as one delivery has; nothing where there are none. */
export async function putDownNext(context: StreamContext, stream: AuditStream): Promise<void> {
  const chain = chainOf(context, stream.ccid);
  const { anchor, head } = await chain.ends();
  // What retention has removed meanwhile is told by nobody any more; the receiver sees which ids it misses.
  const after = Math.max(stream.auditTo, anchor.id);
  if (head.id <= after) return;
  const links = await chain.hashed(after, Math.min(head.id, after + LINKS_A_DELIVERY));
  let [last, units] = [after, 0];
  for (const { text } of links) {
    units += text.length;
    if (last > after && units > UNITS_A_DELIVERY) break;
    last = place.parse(JSON.parse(text)).id;
  }
  await putDownLinks(context.db, stream, { first: after + 1, last, now: context.now() });
}

/** What a delivery tells: its links as they were hashed, each with its hash. */
export async function linksOf(context: StreamContext, ccid: string, range: LinkRange): Promise<object> {
  const { first, last } = range;
  const links = await chainOf(context, ccid).hashed(first - 1, last);
  return {
    contactCenter: ccid,
    first,
    last,
    links: links.map(({ text, hash }) => ({
      ...z.record(z.string(), z.unknown()).parse(JSON.parse(text)),
      hash,
    })),
  };
}

const chainOf = ({ audit }: Pick<StreamContext, 'audit'>, ccid: string): DurableObjectStub<AuditLog> =>
  audit.get(audit.idFromName(auditObjectName(ccid)));
