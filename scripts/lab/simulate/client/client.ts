import type { Random } from '../../../generate/random.ts';
import { CENTERS, type Setup } from '../setup.ts';
import type { Answered, World } from '../world/world.ts';
import type { KnownJob, Ledger } from './ledger.ts';
import { drawJob } from './requests.ts';

const BASE = 'https://simulated/udm/v10';
const ORIGIN = 'https://simulated';
const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
});

/** Somebody who uses the service in both contact centers, and writes down what is answered. */
export class SimulatedClient {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #setup: Setup;
  readonly #random: Random;
  #titles = 0;

  constructor(world: World, ledger: Ledger, { setup, random }: { setup: Setup; random: Random }) {
    this.#world = world;
    this.#ledger = ledger;
    this.#setup = setup;
    this.#random = random;
  }

  /** Does one thing, drawn by lot. */
  async act(): Promise<void> {
    const ccid = this.#random.pick(CENTERS);
    const lot = this.#random.next();
    if (lot < 0.4 || this.#ledger.jobs.size === 0) return this.#create(ccid);
    if (lot < 0.55) return this.list(ccid);
    if (lot < 0.6) return this.#trespass(ccid);
    const job = this.#random.pick([...this.#ledger.jobs.values()]);
    if (lot < 0.67) return this.#cancel(job);
    if (lot < 0.74) return this.#edit(job);
    if (lot < 0.8) return this.#change(job);
    if (lot < 0.88) return this.#remove(job);
    return this.#thin(ccid);
  }

  async #create(ccid: string): Promise<void> {
    this.#titles += 1;
    const { body, recurring, atOnce } = drawJob(
      this.#random,
      `${ccid} ${this.#titles}`,
      this.#world.scheduler.now,
    );
    const answer = await this.#ask(ccid, 'POST', '/export/jobs', json(body));
    if (answer?.status !== 202) return this.#expectFault(answer, 'POST export/jobs');
    const job = JSON.parse(answer.body.toString()) as { id: number; title: string };
    if (job.title !== body.title) this.#ledger.accuse(`"${body.title}" was answered with "${job.title}"`);
    this.#ledger.created({ id: job.id, ccid, title: body.title, recurring, atOnce });
    if (this.#random.next() < 0.15) await this.#regret(job.id);
  }

  /** Cancels a job soon after it was made: its run is under way, if it began at once. */
  async #regret(id: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#world.scheduler.after(this.#random.integer(0, 4_000), resolve);
    });
    const job = this.#ledger.jobs.get(id);
    if (job) await this.#cancel(job);
  }

  /** What is refused is refused with words; a 500 says that something was away. */
  #expectFault(answer: Answered | null, what: string): void {
    if (answer && answer.status < 500)
      this.#ledger.accuse(`${what} was answered ${answer.status}: ${answer.body.toString()}`);
  }

  async list(ccid: string): Promise<void> {
    const jobs = await this.#items(ccid, '/export/jobs?size=200');
    for (const { title, id } of jobs ?? []) this.#own(ccid, title, `job ${String(id)}`);
    const runs = await this.#items(ccid, '/export/history?size=200');
    for (const { title, id, parentId, status } of runs ?? []) {
      this.#own(ccid, title, `history item ${String(id)}`);
      const state = String(status).toUpperCase().replace(' ', '_');
      this.#ledger.saw(Number(id), { ccid, job: Number(parentId), status: state });
    }
    const files = await this.#items(ccid, '/file-metadatas?size=200');
    for (const { name, jobTitle, historyId } of files ?? []) {
      this.#own(ccid, jobTitle, `file ${String(name)}`);
      this.#ledger.files.set(String(name), { ccid, run: Number(historyId) });
    }
  }

  #own(ccid: string, title: unknown, what: string): void {
    if (!String(title).startsWith(`${ccid} `))
      this.#ledger.accuse(`${ccid} is shown ${what}, "${String(title)}"`);
  }

  async #items(ccid: string, path: string): Promise<readonly Record<string, unknown>[] | null> {
    const answer = await this.#ask(ccid, 'GET', path);
    if (answer?.status === 204) return [];
    if (answer?.status !== 200) return null;
    return (JSON.parse(answer.body.toString()) as { items: Record<string, unknown>[] }).items;
  }

  /** Asks for what is another contact center's. */
  async #trespass(ccid: string): Promise<void> {
    const foreign = [...this.#ledger.jobs.values()].filter((job) => job.ccid !== ccid);
    if (foreign.length === 0) return;
    const { id } = this.#random.pick(foreign);
    const files = [...this.#ledger.files].filter(([, file]) => file.ccid !== ccid).map(([name]) => name);
    const asked: [string, string][] = [
      ['GET', `/export/jobs/${id}`],
      ['DELETE', `/export/jobs/${id}`],
      ['POST', `/export/jobs/cancel/${id}`],
      ['POST', `/export/jobs/suspend/${id}`],
      ...(files.length > 0 ? [['GET', `/files/${this.#random.pick(files)}`] as [string, string]] : []),
    ];
    const [method, path] = this.#random.pick(asked);
    const answer = await this.#ask(ccid, method, path);
    if (answer && answer.status < 400) this.#ledger.accuse(`${ccid} was granted ${method} ${path}`);
  }

  async #cancel(job: KnownJob): Promise<void> {
    job.cancelled = true;
    await this.#ask(job.ccid, 'POST', `/export/jobs/cancel/${job.id}`);
  }

  async #edit(job: KnownJob): Promise<void> {
    if (!job.recurring) return;
    const shown = await this.#ask(job.ccid, 'GET', `/export/jobs/${job.id}`);
    if (shown?.status !== 200) return;
    const { source, exportType, title, timeFrame, jobParams } = JSON.parse(shown.body.toString());
    const schedulerParam = { cron: this.#random.pick(['*/3 * * * *', '*/10 * * * *']), immediately: false };
    const body = { source, type: exportType, title, timeFrame, jobParams, schedulerParam, suspended: false };
    await this.#ask(job.ccid, 'PUT', `/export/jobs/${job.id}`, json(body));
  }

  async #change(job: KnownJob): Promise<void> {
    const change = this.#random.pick(['suspend', 'resume']);
    await this.#ask(job.ccid, 'POST', `/export/jobs/${change}/${job.id}`);
  }

  async #remove(job: KnownJob): Promise<void> {
    const before = job.gone;
    job.gone = before === 'yes' ? 'yes' : 'maybe';
    const answer = await this.#ask(job.ccid, 'DELETE', `/export/jobs/${job.id}`);
    if (answer?.status === 204) job.gone = 'yes';
    // Refused: it is there as before.
    else if (answer?.status === 400 && job.gone === 'maybe') job.gone = before;
  }

  /** Deletes a history item or a file that was seen. */
  async #thin(ccid: string): Promise<void> {
    const seen = [...this.#ledger.files].filter(([, file]) => file.ccid === ccid);
    if (seen.length === 0) return this.list(ccid);
    const [name, { run }] = this.#random.pick(seen);
    this.#ledger.thinned.add(ccid);
    const path = this.#random.next() < 0.5 ? `/files/${name}` : `/export/history/${run}`;
    await this.#ask(ccid, 'DELETE', path);
  }

  async suspend({ ccid, id }: { readonly ccid: string; readonly id: number }): Promise<boolean> {
    const answer = await this.#ask(ccid, 'POST', `/export/jobs/suspend/${id}`);
    return answer !== null && answer.status < 500;
  }

  /** Whether a job is shown; null where the answer did not come. */
  async isShown({ ccid, id }: KnownJob): Promise<boolean | null> {
    const answer = await this.#ask(ccid, 'GET', `/export/jobs/${id}`);
    if (answer?.status === 200) return true;
    return answer?.status === 404 ? false : null;
  }

  /** What `npm run restore` does; false where it has to be begun again. */
  async restore(): Promise<boolean> {
    let asked = { path: 'begin', body: { holdDays: 0 } as object };
    for (;;) {
      const answer = await this.#operator(asked.path, asked.body);
      if (answer?.status !== 200) return false;
      const { next } = JSON.parse(answer.body.toString()) as { next: object | null };
      if (next === null) return true;
      asked = { path: 'step', body: next };
    }
  }

  #operator(step: string, body: object): Promise<Answered | null> {
    const headers = { Authorization: `Bearer ${this.#setup.operatorKey}` };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return this.#world.request(new Request(`${ORIGIN}/udm/operator/restore/${step}`, init));
  }

  async #ask(ccid: string, method: string, path: string, init: RequestInit = {}): Promise<Answered | null> {
    const headers = { ...(init.headers as object), Authorization: `Bearer ${this.#setup.tokens[ccid]}` };
    const { scheduler } = this.#world;
    scheduler.note(`${ccid}: ${method} ${path} ${typeof init.body === 'string' ? init.body : ''}`);
    const answer = await this.#world.request(new Request(`${BASE}${path}`, { ...init, method, headers }));
    const words = answer && answer.status >= 300 ? answer.body.toString().slice(0, 300) : '';
    scheduler.note(`${ccid}: ${method} ${path} answered ${answer?.status ?? 'nothing'} ${words}`);
    return answer;
  }
}
