import { inShares } from '../../platform/shares.ts';
import type { RecordStores } from '../../records/stores.ts';
import type { IdContext } from '../new-ids.ts';
import { rememberSwept } from '../../store/alerts.ts';
import { tellWhatEnds } from '../../store/outbox.ts';
import { sweepExpired } from './artifacts.ts';
import { tellEndingCertificates } from './certificates.ts';
import { sweepBudgets } from './budgets.ts';
import { sweepsHeld } from './held.ts';
import { sweepOrphans } from './orphans.ts';
import { sweepRecords } from './records.ts';
import {
  sweepAnswers,
  sweepDays,
  sweepBrakes,
  sweepDeliveries,
  sweepDocuments,
  sweepInvitations,
  sweepRemoved,
  sweepSelections,
  sweepSessions,
  sweepTokens,
} from './rows.ts';

export interface SweepContext extends IdContext {
  readonly bucket: R2Bucket;
  readonly texts: RecordStores;
  /** Days that imported records are kept; null keeps them for good. */
  readonly historyRetentionDays: number | null;
  /** Days that exported files are kept. */
  readonly retentionDays: number;
}

/** All that is swept once an hour, in one invocation: each sweep has its share, remembers where it stopped, and fails alone. */
export async function sweepHourly(context: SweepContext): Promise<void> {
  const { db, texts, now, historyRetentionDays } = context;
  let held = true;
  await inShares([
    { name: 'tokens', run: () => sweepTokens(db, now) },
    { name: 'outside-documents', run: () => sweepDocuments(db, now) },
    { name: 'invitations', run: () => sweepInvitations(db, now) },
    { name: 'sessions', run: () => sweepSessions(db, now) },
    { name: 'selections', run: () => sweepSelections(db, now) },
    { name: 'answers', run: () => sweepAnswers(db, now) },
    { name: 'days', run: () => sweepDays(db, now) },
    { name: 'brakes', run: () => sweepBrakes(db, now) },
    { name: 'removed', run: () => sweepRemoved(db, now) },
    { name: 'deliveries', run: () => sweepDeliveries(db, now) },
    { name: 'outbox', run: () => tellWhatEnds(db, now) },
    { name: 'certificates', run: () => tellEndingCertificates(db, now) },
    {
      name: 'budgets',
      run: () => sweepBudgets({ db, storeOf: texts.storeOf, now, retentionDays: context.retentionDays }),
    },
    {
      name: 'hold',
      run: async () => {
        held = await sweepsHeld(context);
      },
    },
    // Where it is not known whether sweeps are held, they are.
    {
      name: 'artifacts',
      run: async () => {
        if (!held) await sweepExpired(context, now);
        await rememberSwept(db, held, now);
      },
    },
    { name: 'orphans', run: async () => held || (await sweepOrphans(context, now)) },
    { name: 'records', run: async () => held || (await sweepRecords(texts, now, historyRetentionDays)) },
  ]);
}
