import type { Command } from 'commander';
import { createdJob } from '../../../src/client/created-job.ts';
import { contentOptions, newJob } from '../job-fields.ts';
import type { JobFields } from '../job-fields.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { fetchFiles } from './download.ts';
import { endOfRun, waitFor } from '../wait.ts';
import { listFiles } from '../run-export.ts';

interface Options extends JobFields {
  readonly out?: string;
}

/** `udm export`: one job that runs now, waited for. */
export function exportCommand(program: Command): void {
  contentOptions(program.command('export'))
    .description('run an export now, wait for it, print the names of its files')
    .option('--out <folder>', 'downloads the files to this folder, too')
    .addHelpText(
      'after',
      `
What is not given: all interactions with their documents, in one file.
"udm jobs create" makes jobs that run later, or again and again.

Examples:
  udm export --type Contact
  udm export --type Person --contact-id C-1000 --out files
  udm export --media email,chat --from 2025-01-01 --to 2025-02-01 --out files`,
    )
    .action(acting<Options>(run));
}

async function run(udm: Udm, _: readonly string[], { out, ...fields }: Options): Promise<number> {
  const session = udm.session();
  udm.whenStopped('If the service had taken the job, it goes on there: "udm jobs list" shows it.');
  const job = await createdJob(session, newJob({ ...fields, now: true }));
  if (out === undefined) return waitFor(udm, { jobId: job.id });
  const runId = await endOfRun(udm, session, { jobId: job.id });
  return fetchFiles(udm, await listFiles(session, { historyId: runId }), out);
}
