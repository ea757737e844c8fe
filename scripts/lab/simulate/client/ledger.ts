/** What a client knows of a deletion: not asked, asked without a good answer, or done. */
export type Gone = 'no' | 'maybe' | 'yes';

/** A job that was answered 202. */
export interface KnownJob {
  readonly id: number;
  readonly ccid: string;
  readonly title: string;
  readonly recurring: boolean;
  /** Whether a run was to start with it. */
  readonly atOnce: boolean;
  gone: Gone;
  /** Whether somebody asked to cancel it. */
  cancelled: boolean;
}

const RANKS: Readonly<Record<string, number>> = { QUEUED: 0, IN_PROGRESS: 1 };
const LAST_RANK = 2;

/** The record of requests and answers, and what is wrong with it so far. */
export class Ledger {
  readonly jobs = new Map<number, KnownJob>();
  readonly wrong: string[] = [];
  /** Files by name, with the history item that they were shown with. */
  readonly files = new Map<string, { readonly ccid: string; readonly run: number }>();
  /** Contact centers of which history items or files may have been deleted. */
  readonly thinned = new Set<string>();
  readonly #statuses = new Map<number, string>();
  /** Which job, of which contact center, each history item belongs to. */
  readonly #runs = new Map<number, { readonly ccid: string; readonly job: number }>();
  /** Until when D1 may show less or older things than there are: it was set back. */
  setBack = false;

  accuse(text: string): void {
    if (this.wrong.length < 20) this.wrong.push(text);
  }

  created(job: Omit<KnownJob, 'gone' | 'cancelled'>): void {
    const known = this.jobs.get(job.id);
    if (known) this.accuse(`job ${job.id} was answered twice: "${known.title}" and "${job.title}"`);
    if (this.#runs.has(job.id)) this.accuse(`job ${job.id} has the id of a history item`);
    this.jobs.set(job.id, { ...job, gone: 'no', cancelled: false });
  }

  /** A history item was seen in a state. */
  saw(run: number, { ccid, job, status }: { ccid: string; job: number; status: string }): void {
    const known = this.#runs.get(run);
    if (known && (known.ccid !== ccid || known.job !== job))
      this.accuse(
        `history item ${run} is of job ${job} of ${ccid}, and of job ${known.job} of ${known.ccid}`,
      );
    if (this.jobs.has(run)) this.accuse(`history item ${run} has the id of a job`);
    this.#runs.set(run, { ccid, job });
    const before = this.#statuses.get(run);
    if (this.setBack || before === status) return;
    if (before !== undefined && (RANKS[status] ?? LAST_RANK) <= (RANKS[before] ?? LAST_RANK))
      this.accuse(`history item ${run} went from ${before} to ${status}`);
    this.#statuses.set(run, status);
  }
}
