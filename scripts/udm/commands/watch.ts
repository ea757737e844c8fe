import type { Command } from 'commander';
import { RefusedRequest } from '../../../src/client/requests.ts';
import { CommandError } from '../../cli/command.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import type { ShownJob } from '../job-fields.ts';
import { readId } from '../read-id.ts';
import { minute } from '../shown.ts';
import { waitFor } from '../wait.ts';

/** `udm watch`: takes up a run that goes on in the service. */
export function watchCommand(program: Command): void {
  program
    .command('watch <id>')
    .description('wait for a run to end and print the names of its files')
    .addHelpText('after', '\nID is that of a run, or of a job, whose latest run is meant.')
    .action(acting(watch));
}

async function watch(udm: Udm, [text]: readonly string[]): Promise<number> {
  const id = readId(text);
  return waitFor(udm, (await isRun(udm, id)) ? { runId: id } : { jobId: id });
}

const comingText = ({ suspended, nextStartsAt }: ShownJob): string =>
  suspended ? 'It is suspended.' : `Its first run starts ${minute(nextStartsAt)} UTC.`;

/** Jobs and runs draw their ids from one sequence: an id is one of both at most. */
async function isRun(udm: Udm, id: number): Promise<boolean> {
  const { api } = udm.session();
  try {
    await api.GET('/udm/v10/export/history/{id}', { params: { path: { id } } });
    return true;
  } catch (error) {
    if (!(error instanceof RefusedRequest && error.status === 404)) throw error;
    const { data: job } = await api.GET('/udm/v10/export/jobs/{id}', { params: { path: { id } } });
    const coming = job && !job.latestStartedAt && !job.schedulerParam.immediately;
    if (coming) throw new CommandError(`Job ${id} has not run yet. ${comingText(job)}`);
    return false;
  }
}
