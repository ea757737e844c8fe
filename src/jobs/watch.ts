import type { AlertsTo } from '../config/alerts-to.ts';
import type { WrapKey } from '../config/key-rings.ts';
import { wrap } from '../config/wrap.ts';
import { judgeAlerts } from '../model/alerts.ts';
import type { Instant } from '../model/instant.ts';
import { log } from '../platform/log.ts';
import {
  DEAD_LETTER,
  OPERATOR_WEBHOOK,
  readWatched,
  saveAlerts,
  SWEPT,
  type ToldOperator,
} from '../store/alerts.ts';
import { rememberSweep } from '../store/orphans.ts';
import { secretContext } from './webhooks/send.ts';

/** What looking after everything needs. */
export interface WatchContext {
  readonly db: D1Database;
  readonly wrapKeys: readonly WrapKey[];
  /** Where the operator is told; null: in the log alone. */
  readonly alertsTo: AlertsTo | null;
}

/**
 * Looks after all that the operator should know of, once a minute: what has begun to be wrong is told once, and once that it is well
 * again, by a webhook of the operator's and in the log.
 */
export async function watch(context: WatchContext, now: Instant): Promise<void> {
  const { db } = context;
  const watched = await readWatched(db, now);
  // Before the first sweep nobody is late.
  if (watched.sweptAt === null) await rememberSweep(db, SWEPT, String(now));
  const { fired, cleared } = judgeAlerts(watched, now);
  if (fired.length + cleared.length === 0) return;
  await saveAlerts(db, { fired, cleared, told: await toldOf(context) }, now);
  for (const { name, subject } of fired) log('alert-fired', { alert: name, subject });
  for (const { name, subject } of cleared) log('alert-cleared', { alert: name, subject });
}

async function toldOf({ alertsTo, wrapKeys }: WatchContext): Promise<ToldOperator | null> {
  if (alertsTo === null) return null;
  const secret = Uint8Array.from(alertsTo.secret.reveal());
  return {
    url: alertsTo.url.reveal(),
    secret: await wrap(wrapKeys, secretContext(OPERATOR_WEBHOOK), secret),
  };
}

/** A message was delivered in vain. */
export const noteDeadLetter = (db: D1Database, now: Instant): Promise<void> =>
  rememberSweep(db, DEAD_LETTER, String(now));
