import { z } from 'zod';
import type { AuditChain } from '../object-names.ts';
import type { ChainPoint } from './chain.ts';
import type { AuditItem, NewEnd, NewEntry } from './entry.ts';

/** Which entries are asked for; each of what is given has to hold. Texts are folded (`model/fold.ts`). */
export const auditFilter = z.object({
  actor: z.string().optional(),
  action: z.string().optional(),
  outcome: z.string().optional(),
  /** Entries that name one of these. */
  objects: z.array(z.string()).optional(),
  /** At this moment or later; before this moment. */
  from: z.int().optional(),
  to: z.int().optional(),
});
export type AuditFilter = Readonly<z.infer<typeof auditFilter>>;

/** A stretch of the log to look through. */
export const auditScan = z.object({
  filter: auditFilter,
  descending: z.boolean(),
  /** Behind this id, in the order asked for; null from the beginning. */
  after: z.int().nonnegative().nullable(),
  /** Entries that match to skip, and to answer at most. */
  skip: z.int().nonnegative(),
  limit: z.int().nonnegative(),
  /** Shows the log as it was when this was the last link; null as it is. */
  upTo: z.int().nonnegative().nullable(),
});
export type AuditScan = Readonly<z.infer<typeof auditScan>>;

/** What was found in a bounded stretch: maybe nothing though more follows. */
export interface AuditFound {
  readonly items: readonly AuditItem[];
  /** How many that match were skipped. */
  readonly skipped: number;
  /** Behind which id to go on; null where the log ends. */
  readonly next: number | null;
}

/** Where a chain begins and ends now. */
export interface ChainEnds {
  /** The last link that retention removed; id 0 where none was. */
  readonly anchor: ChainPoint;
  readonly head: ChainPoint;
}

/** An entry that stands for as many of its like. */
export interface Tallied {
  readonly entry: NewEntry;
  readonly count: number;
}

/** The calls of an audit log's object. */
export interface AuditProtocol {
  /** Enters something; answers the entry's id. Asked again for the same request it answers the same. */
  append(entry: NewEntry): Promise<number>;
  /** Ends an entry, once. */
  end(id: number, end: NewEnd): Promise<void>;
  /** Counts the like of one address and minute in one entry. */
  tally(tallied: readonly Tallied[]): Promise<void>;
  scan(scan: AuditScan): Promise<AuditFound>;
  /** Entries that match in a bounded stretch behind `after`, and behind which id to go on. */
  count(
    filter: AuditFilter,
    after: number,
  ): Promise<{ readonly count: number; readonly next: number | null }>;
  ends(): Promise<ChainEnds>;
}

/** How the door writes into the logs. */
export interface AuditWriter {
  /** Enters something before it is done; null where it cannot be entered now, and must not be done. */
  begin(chain: AuditChain, entry: NewEntry): Promise<number | null>;
  /** Tells how it came out. */
  end(chain: AuditChain, id: number, end: NewEnd): Promise<void>;
  /** Counts what was refused with its like of one address and minute, behind the answer. */
  tally(chain: AuditChain, entry: NewEntry): void;
  /** The same before the answer: what a known caller was refused. What cannot be entered is told to the service's own log. */
  refused(chain: AuditChain, entry: NewEntry): Promise<void>;
  /** What stands for a name that nobody may read, the same for the same name in the same center. */
  mark(ccid: string, name: string): string;
}
