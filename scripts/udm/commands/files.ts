import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { byteSize } from '../../cli/byte-size.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { readId } from '../read-id.ts';
import { inSetOrder } from '../run-export.ts';
import { minute, table } from '../shown.ts';

type FileMetadata = components['schemas']['FileMetadata'];

interface Filter {
  readonly run?: string;
  readonly name?: string;
  readonly title?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}

/** `udm files`: what can be downloaded. */
export function filesCommand(program: Command): void {
  const files = program.command('files').description('show and delete exported files');
  limitOption(files.command('list').alias('ls').description('list files, the newest first'))
    .option('--run <id>', 'those of this run')
    .option('--name <text>', 'those with this in their name')
    .option('--title <text>', 'those of jobs with this in their title')
    .option('--type <type>', 'those of this type')
    .option('--from <date>', 'those written then or later')
    .option('--to <date>', 'those written before then')
    .action(acting<Filter>(list));
  files
    .command('delete <name...>')
    .alias('rm')
    .description('delete files; their runs stay in the history')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

async function list(udm: Udm, _: readonly string[], filter: Filter): Promise<void> {
  const { run, name, title, type, from, to, limit = LIST_SIZE } = filter;
  const query = {
    size: limit,
    ...(run === undefined ? {} : { historyId: readId(run) }),
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { jobTitle: title }),
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { startDate: from }),
    ...(to === undefined ? {} : { endDate: to }),
  };
  const { data } = await udm.session().api.GET('/udm/v10/file-metadatas', { params: { query } });
  const items = inSetOrder(data?.items ?? []);
  const rows = items.map((file) => [
    file.name,
    String(file.historyId),
    byteSize(file.size),
    minute(file.uploadDate),
    String(file.remainingDays),
  ]);
  const head = ['NAME', 'RUN', 'SIZE', 'WRITTEN (UTC)', 'DAYS LEFT'];
  // A name is what the other commands take: it is never cut.
  const text = items.length === 0 ? 'No file matches.' : table(head, rows, { elastic: 0, columns: null });
  listed(udm, {
    items,
    count: data?.count ?? 0,
    text: narrow(items, text),
    names: items.map((file) => file.name),
  });
}

/** Where a table is wider than the terminal each file gets two lines in place of one that wraps. */
function narrow(items: readonly FileMetadata[], text: string): string {
  const columns = tableColumns();
  if (columns === null || text.split('\n').every((line) => line.length <= columns)) return text;
  return items
    .map(
      ({ name, historyId, size, uploadDate, remainingDays }) =>
        `${name}\n    run ${historyId}, ${byteSize(size)}, ${minute(uploadDate)} UTC, ${remainingDays} days left`,
    )
    .join('\n');
}

async function remove(udm: Udm, names: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  const [only = ''] = names;
  const what = names.length === 1 ? only : `${names.length} files`;
  await udm.confirm(`Delete ${what} for good?`, yes);
  const { api } = udm.session();
  if (names.length === 1)
    await api.DELETE('/udm/v10/files/{filename}', { params: { path: { filename: only } } });
  else await api.DELETE('/udm/v10/files', { params: { query: { filename: names.join(',') } } });
  udm.result({ deleted: names }, `Deleted ${what}.`, '');
}
