import type { Command } from 'commander';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { readId, readIds } from '../read-id.ts';

interface Removal {
  readonly yes?: boolean;
}

/** The commands that change a job's state, or end it. */
export function changeCommands(jobs: Command): void {
  for (const [event, words, done] of CHANGES) {
    jobs
      .command(`${event} <id...>`)
      .description(words)
      .action(acting((udm, ids) => change(udm, { event, done }, ids)));
  }
  jobs
    .command('delete <id...>')
    .alias('rm')
    .description('delete jobs with their history and files')
    .option('-y, --yes', 'does not ask')
    .action(acting<Removal>(remove));
}

const CHANGES = [
  ['suspend', 'start no further runs; one under way goes on', 'suspended'],
  ['resume', 'start runs again', 'resumed'],
  ['cancel', 'stop the run that is under way', 'cancelled'],
] as const;

async function change(
  udm: Udm,
  { event, done }: { event: 'suspend' | 'resume' | 'cancel'; done: string },
  texts: readonly string[],
): Promise<void> {
  const session = udm.session();
  const changed: { id: number; done: string }[] = [];
  for (const id of readIds(texts)) {
    await session.api.POST(`/udm/v10/export/jobs/${event}/{id}`, { params: { path: { id } } });
    changed.push({ id, done });
    if (!udm.common.json)
      udm.result(null, event === 'cancel' ? `Cancelled the run of job ${id}.` : `Job ${id} is ${done}.`, '');
  }
  if (udm.common.json) udm.result(changed, '');
}

async function remove(udm: Udm, texts: readonly string[], { yes }: Removal): Promise<void> {
  const ids = readIds(texts);
  const what = ids.length === 1 ? `job ${ids[0]}` : `${ids.length} jobs`;
  await udm.confirm(`Delete ${what}, with history and files, for good?`, yes);
  const { api } = udm.session();
  if (ids.length === 1)
    await api.DELETE('/udm/v10/export/jobs/{id}', { params: { path: { id: readId(texts[0]) } } });
  else await api.DELETE('/udm/v10/export/jobs', { params: { query: { jobIDs: ids.join(',') } } });
  udm.result({ deleted: ids }, `Deleted ${what}.`, '');
}
