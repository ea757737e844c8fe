import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../generate/random.ts';
import { submitExport } from '../../udm/run-export.ts';
import type { Session } from '../../../src/client/session.ts';
import { Ledger } from '../simulate/client/ledger.ts';
import type { Expected } from './expected.ts';
import { historyOf, jobsOf } from './neighbour-lists.ts';
import { NeighbourRecords } from './neighbour-records.ts';

export const NEIGHBOUR = 'neighbour';
/** Between two requests, at most. */
const PAUSE_MS = 1_500;

/**
 * Somebody of another contact center, who imports, erases contacts, makes jobs, cancels and deletes them while the service is killed. Every request
 * and its answer go into a ledger; one that was not answered may have been carried out or not.
 */
export class Neighbour {
  readonly #session: Session;
  readonly #random: Random;
  readonly #ledger = new Ledger();
  readonly #records: NeighbourRecords;
  #requests = 0;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(session: Session, random: Random) {
    this.#session = session;
    this.#random = random;
    this.#records = new NeighbourRecords(session, (what) => this.#ledger.accuse(what));
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
    await this.#records.settle();
  }

  /** What an export of everything must hold now. */
  expected(): Expected {
    return this.#records.expected();
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
    if (lot < 0.3) return this.#records.importNew();
    if (lot < 0.4) return this.#records.eraseOne(this.#random);
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
