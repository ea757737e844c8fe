import { ofCenter, PREFIXES } from '../../store/object-keys.ts';
import { rowsHeld } from '../../store/center-rows.ts';
import { auditObjectName } from '../../model/object-names.ts';
import { everyJob } from './all-jobs.ts';
import { recordStores, type CenterContext } from './context.ts';

/** Nothing is counted further than this: who asks wants to know whether there is anything. */
export const MOST = 1_000;

/** What there is of a contact center, by where it lies; what there is nothing of is left out. 1,000 stands for as many or more. */
export interface HeldByCenter {
  /** Rows of D1, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Objects of R2, by what they are. */
  readonly files: Readonly<Record<string, number>>;
  /** Jobs that D1 or the contact center's object knows. */
  readonly jobs: number;
  /** Packed records, by data type. */
  readonly records: Readonly<Record<string, number>>;
  /** Entries of the audit log that are kept. */
  readonly audit: number;
}

/** Everything that a contact center has, counted where it lies. */
export async function heldOf(context: CenterContext, ccid: string): Promise<HeldByCenter> {
  const { db, bucket, audit } = context;
  const listed = await Promise.all(
    PREFIXES.map((prefix) => bucket.list({ prefix: ofCenter(prefix, ccid), limit: MOST })),
  );
  const stores = await Promise.all(
    recordStores(context, ccid).map(async ([type, store]) => [type, await store.count(MOST)] as const),
  );
  const { anchor, head } = await audit.get(audit.idFromName(auditObjectName(ccid))).ends();
  return {
    rows: await rowsHeld(db, ccid, MOST),
    files: some(PREFIXES.map((prefix, at) => [prefix.slice(0, -1), listed[at]?.objects.length ?? 0])),
    jobs: (await everyJob(context, ccid, { after: 0, limit: MOST })).length,
    records: some(stores),
    audit: head.id - anchor.id,
  };
}

/** Whether nothing is left, the audit log aside. */
export const isEmpty = ({ rows, files, jobs, records }: HeldByCenter): boolean =>
  jobs === 0 && [rows, files, records].every((counts) => Object.keys(counts).length === 0);

const some = (counts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> =>
  Object.fromEntries(counts.filter(([, count]) => count > 0));
