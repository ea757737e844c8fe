import type { Command } from 'commander';
import { byteSize } from '../../cli/byte-size.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { runText } from '../job-text.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { readId, readIds } from '../read-id.ts';
import { bulkResult, confirmedSelection, filterOf, matchingOptions } from '../selection.ts';
import type { Matching } from '../selection.ts';
import { minute, table } from '../shown.ts';

interface Filter {
  readonly job?: string;
  readonly status?: string;
  readonly title?: string;
  readonly type?: string;
  readonly file?: string;
  readonly limit?: number;
}

/** `udm history`: what was run. */
export function historyCommand(program: Command): void {
  const history = program.command('history').description('show the runs of jobs');
  limitOption(history.command('list').alias('ls').description('list runs, the newest first'))
    .option('--job <id>', 'those of this job')
    .option('--status <status>', 'those of this status, as "failed" or "in progress"')
    .option('--title <text>', 'those of jobs with this in their title')
    .option('--type <type>', 'those of this type')
    .option('--file <text>', 'those with this in the name of their last file')
    .action(acting<Filter>(list));
  history.command('show <run>').description('show a run').action(acting(show));
  matchingOptions(
    history.command('retry [run...]').description('do the same again, as another run of the job'),
  )
    .option('--status <status>', 'without ids: those of this status, as "failed"')
    .action(acting<Matching & Pick<Filter, 'status'>>(retry));
  history
    .command('delete <run...>')
    .alias('rm')
    .description('delete runs with their files')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

async function list(udm: Udm, _: readonly string[], filter: Filter): Promise<void> {
  const { job, status, title, type, file, limit = LIST_SIZE } = filter;
  const query = {
    size: limit,
    ...(job === undefined ? {} : { jobId: readId(job) }),
    ...(status === undefined ? {} : { status }),
    ...(title === undefined ? {} : { title }),
    ...(type === undefined ? {} : { type }),
    ...(file === undefined ? {} : { fileName: file }),
  };
  const { data } = await udm.session().api.GET('/udm/v10/export/history', { params: { query } });
  const items = data?.items ?? [];
  const rows = items.map((run) => [
    String(run.id),
    String(run.parentId),
    run.title,
    run.type,
    run.status === 'In Progress' ? `${run.status} ${run.progress} %` : run.status,
    minute(run.startedAt),
    run.fileSize ? byteSize(run.fileSize) : '-',
  ]);
  const head = ['RUN', 'JOB', 'TITLE', 'TYPE', 'STATUS', 'STARTED (UTC)', 'SIZE'];
  const text =
    items.length === 0 ? 'No run matches.' : table(head, rows, { elastic: 2, columns: tableColumns() });
  listed(udm, { items, count: data?.count ?? 0, text, names: items.map(({ id }) => String(id)) });
}

async function show(udm: Udm, [text]: readonly string[]): Promise<void> {
  const id = readId(text);
  const { data: run } = await udm
    .session()
    .api.GET('/udm/v10/export/history/{id}', { params: { path: { id } } });
  if (run) udm.result(run, runText(run));
}

async function retry(
  udm: Udm,
  texts: readonly string[],
  { status, ...matching }: Matching & Pick<Filter, 'status'>,
): Promise<void> {
  const { api } = udm.session();
  const filter = filterOf(texts, status === undefined ? matching : { ...matching, all: true });
  if (filter) {
    const which = { ...filter, ...(status === undefined ? {} : { status }) };
    const question = {
      list: 'history',
      filter: which,
      verb: 'Run again',
      noun: 'run',
      yes: matching.yes,
    } as const;
    const selection = await confirmedSelection(udm, question);
    if (selection === null) return;
    const query = { selection };
    const { data } = await api.POST('/udm/v10/export/history/retry', { params: { query } });
    return bulkResult(udm, data, 'submitted');
  }
  const runs: object[] = [];
  for (const id of readIds(texts)) {
    const { data } = await api.POST('/udm/v10/export/history/{id}/retry', { params: { path: { id } } });
    if (data) runs.push(data);
    if (data && !udm.common.json)
      udm.result(
        null,
        `Run ${id} is done again as run ${data.id}: udm watch ${data.parentId}`,
        String(data.id),
      );
  }
  if (udm.common.json) udm.result(runs, '');
}

async function remove(udm: Udm, texts: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  const ids = readIds(texts);
  const what = ids.length === 1 ? `run ${ids[0]}` : `${ids.length} runs`;
  await udm.confirm(
    `Delete ${what} with its files for good?`.replace('runs with its', 'runs with their'),
    yes,
  );
  const { api } = udm.session();
  const [only = 0] = ids;
  if (ids.length === 1) await api.DELETE('/udm/v10/export/history/{id}', { params: { path: { id: only } } });
  else await api.DELETE('/udm/v10/export/history', { params: { query: { jobIDs: ids.join(',') } } });
  udm.result({ deleted: ids }, `Deleted ${what}.`, '');
}
