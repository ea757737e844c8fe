import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../generate/random.ts';
import { importLines } from '../../udm/import-file.ts';
import { submitExport } from '../../udm/run-export.ts';
import type { Session } from '../../../src/client/session.ts';
import { Ledger } from '../simulate/client/ledger.ts';
import { digestOf, type Expected, type ExpectedEntry } from './expected.ts';
import { historyOf, jobsOf } from './neighbour-lists.ts';

export const NEIGHBOUR = 'neighbour';
/** Between two requests, at most. */
const PAUSE_MS = 1_500;
const LINES = 20;
const FIRST_DAY = Date.parse('2024-03-01T00:00:00.000Z');

/**
 * Somebody of another contact center, who imports, makes jobs, cancels and deletes them while the service is killed. Every request
 * and its answer go into a ledger; one that was not answered may have been carried out or not.
 */
export class Neighbour {
  readonly #session: Session;
  readonly #random: Random;
  readonly #ledger = new Ledger();
  /** Lines that were sent, by id; `unsure` are those that no answer told of. */
  readonly #lines = new Map<string, string>();
  #unsure: string[] = [];
  #requests = 0;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(session: Session, random: Random) {
    this.#session = session;
    this.#random = random;
  }

  get requests(): number {
    return this.#requests;
  }

  start(): void {
    this.#working = this.#work();
  }

  /** Ends the work and sends once more what no answer told of. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
    await this.#import(this.#unsure);
  }

  /** What an export of everything must hold now. */
  expected(): Expected {
    const entry: ExpectedEntry = new Map();
    for (const [id, line] of this.#lines)
      entry.set(id, { order: `${dateOf(id)} ${id}`, digest: digestOf(Buffer.from(line)) });
    return new Map([['EmailIn', entry]]);
  }

  /** What is wrong with what was answered, once every run has ended. */
  async judged(): Promise<readonly string[]> {
    await this.#list();
    const shown = new Set((await jobsOf(this.#session)).map(({ id }) => id));
    for (const { id, title, gone } of this.#ledger.jobs.values()) {
      if (gone === 'no' && !shown.has(id))
        this.#ledger.accuse(`job ${id}, "${title}", was answered 202 and is lost`);
      if (gone === 'yes' && shown.has(id)) this.#ledger.accuse(`job ${id} was deleted and is there`);
    }
    return this.#ledger.wrong;
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      this.#requests += 1;
      // A request that fails has been carried out or not; the ledger knows what is sure.
      await this.#act().catch(() => undefined);
      await sleep(this.#random.integer(0, PAUSE_MS));
    }
  }

  async #act(): Promise<void> {
    const lot = this.#random.next();
    if (lot < 0.35) return this.#importNew();
    if (lot < 0.6) return this.#create();
    if (lot < 0.75) return this.#list();
    const jobs = [...this.#ledger.jobs.values()].filter(({ gone }) => gone !== 'yes');
    if (jobs.length === 0) return;
    const job = this.#random.pick(jobs);
    if (lot < 0.82) await this.#session.send(`/export/jobs/cancel/${job.id}`, { method: 'POST' });
    else {
      const before = job.gone;
      job.gone = 'maybe';
      const { status } = await this.#session.send(`/export/jobs/${job.id}`, { method: 'DELETE' });
      if (status === 204) job.gone = 'yes';
      else if (status === 400) job.gone = before;
    }
  }

  async #importNew(): Promise<void> {
    const ids = Array.from(
      { length: LINES },
      (_, at) => `N${String(this.#lines.size + at).padStart(8, '0')}`,
    );
    for (const id of ids) this.#lines.set(id, lineOf(id));
    this.#unsure.push(...ids);
    await this.#import(ids);
  }

  async #import(ids: readonly string[]): Promise<void> {
    const text = ids.map((id) => `${lineOf(id)}\n`).join('');
    const report = await importLines(this.#session, 'interactions', Readable.from([Buffer.from(text)]));
    if (report.rejected > 0 || report.received !== ids.length)
      this.#ledger.accuse(`an import of ${ids.length} lines was answered ${JSON.stringify(report)}`);
    this.#unsure = this.#unsure.filter((id) => !ids.includes(id));
  }

  async #create(): Promise<void> {
    const title = `${NEIGHBOUR} ${this.#requests}`;
    const id = await submitExport(this.#session, {
      type: 'Interaction',
      title,
      media: [],
      attachments: true,
    });
    this.#ledger.created({ id, ccid: NEIGHBOUR, title, recurring: false, atOnce: true });
  }

  async #list(): Promise<void> {
    for (const { id, parentId, status, title } of await historyOf(this.#session)) {
      if (!title.startsWith(NEIGHBOUR) && !title.startsWith('Every '))
        this.#ledger.accuse(`history item ${id}, "${title}", is another center's`);
      const state = status.toUpperCase().replace(' ', '_');
      this.#ledger.saw(id, { ccid: NEIGHBOUR, job: parentId, status: state });
    }
  }
}

const dateOf = (id: string): string => new Date(FIRST_DAY + Number(id.slice(1)) * 1_000).toISOString();

const lineOf = (id: string): string =>
  JSON.stringify({
    IXNID: id,
    STARTDATE: dateOf(id),
    MEDIATYPEID: 'email',
    ENTITYTYPEID: 0,
    TEXT: id.repeat(20),
  });
