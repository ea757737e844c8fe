import type { Command } from 'commander';
import { RefusedRequest } from '../../../src/client/requests.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { readId, readIds } from '../read-id.ts';
import { bulkResult, confirmedSelection, filterOf, matchingOptions } from '../selection.ts';
import type { Matching } from '../selection.ts';

/** The commands that change a job's state, or end it. */
export function changeCommands(jobs: Command): void {
  for (const [event, words, done] of CHANGES) {
    matchingOptions(jobs.command(`${event} [id...]`).description(words)).action(
      acting<Matching>((udm, ids, matching) => change(udm, { event, done }, { ids, matching })),
    );
  }
  jobs.command('run <id...>').description('run now, whatever the schedule says').action(acting(run));
  matchingOptions(
    jobs.command('delete [id...]').alias('rm').description('delete jobs with their history and files'),
  ).action(acting<Matching>(remove));
}

const CHANGES = [
  ['suspend', 'start no further runs; one under way goes on', 'suspended'],
  ['resume', 'start runs again', 'resumed'],
  ['cancel', 'stop the run that is under way', 'cancelled'],
] as const;

async function change(
  udm: Udm,
  { event, done }: { event: 'suspend' | 'resume' | 'cancel'; done: string },
  { ids, matching }: { ids: readonly string[]; matching: Matching },
): Promise<void> {
  const filter = filterOf(ids, matching);
  const session = udm.session();
  if (filter) {
    const verb = `${event[0]?.toUpperCase()}${event.slice(1)}`;
    const question = { list: 'jobs', filter, verb, noun: 'job', yes: matching.yes } as const;
    const selection = await confirmedSelection(udm, question);
    if (selection === null) return;
    const query = { selection };
    const { data } = await session.api.POST(`/udm/v10/export/jobs/${event}`, { params: { query } });
    return bulkResult(udm, data, done);
  }
  const changed: { id: number; done: string }[] = [];
  const refused: RefusedRequest[] = [];
  for (const id of readIds(ids)) {
    try {
      await session.api.POST(`/udm/v10/export/jobs/${event}/{id}`, { params: { path: { id } } });
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      // What stands behind one that cannot be done is done all the same.
      refused.push(error);
      continue;
    }
    changed.push({ id, done });
    if (!udm.common.json)
      udm.result(null, event === 'cancel' ? `Cancelled the run of job ${id}.` : `Job ${id} is ${done}.`, '');
  }
  if (udm.common.json) udm.result(changed, '');
  for (const { message } of refused.slice(0, -1)) udm.say(message);
  const last = refused.at(-1);
  if (last) throw last;
}

async function run(udm: Udm, texts: readonly string[]): Promise<void> {
  const { api } = udm.session();
  const runs: object[] = [];
  for (const id of readIds(texts)) {
    const { data } = await api.POST('/udm/v10/export/jobs/{id}/run', { params: { path: { id } } });
    if (data) runs.push(data);
    if (data && !udm.common.json)
      udm.result(null, `Run ${data.id} of job ${id} is submitted: udm watch ${id}`, String(data.id));
  }
  if (udm.common.json) udm.result(runs, '');
}

async function remove(udm: Udm, texts: readonly string[], matching: Matching): Promise<void> {
  const { yes } = matching;
  const filter = filterOf(texts, matching);
  if (filter) {
    const question = {
      list: 'jobs',
      filter,
      verb: 'Delete for good, with history and files,',
      noun: 'job',
      yes,
    } as const;
    const selection = await confirmedSelection(udm, question);
    if (selection === null) return;
    await udm.session().api.DELETE('/udm/v10/export/jobs', { params: { query: { selection } } });
    udm.result({ selection }, 'Deleted.', '');
    return;
  }
  const ids = readIds(texts);
  const what = ids.length === 1 ? `job ${ids[0]}` : `${ids.length} jobs`;
  await udm.confirm(`Delete ${what}, with history and files, for good?`, yes);
  const { api } = udm.session();
  if (ids.length === 1)
    await api.DELETE('/udm/v10/export/jobs/{id}', { params: { path: { id: readId(texts[0]) } } });
  else await api.DELETE('/udm/v10/export/jobs', { params: { query: { jobIDs: ids.join(',') } } });
  udm.result({ deleted: ids }, `Deleted ${what}.`, '');
}
