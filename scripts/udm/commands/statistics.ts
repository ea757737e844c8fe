import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { byteSize } from '../../cli/byte-size.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { minute, sheet } from '../shown.ts';

type Statistics = components['schemas']['Statistics'];

/** `udm statistics`: how it goes. */
export function statisticsCommand(program: Command): void {
  program
    .command('statistics')
    .description('show what runs, what failed, what starts next and what was exported')
    .action(acting(show));
}

async function show(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/statistics');
  if (data) udm.result(data, statisticsText(data));
}

function statisticsText({ jobs, runs, expiring, certificate, scheduler, ...more }: Statistics): string {
  const { nextStarts, days } = more;
  const sum = (of: 'records' | 'bytes') => days.reduce((total, day) => total + day[of], 0);
  return sheet([
    ['Jobs', `${jobs.active} active, ${jobs.suspended} suspended`],
    ['Runs', `${runs.inProgress} in progress, ${runs.queued} queued`],
    ['Failed', `${runs.failedThisWeek} in seven days`],
    ...runs.failed.map(
      ({ id, title, reason }) => [`  run ${id}`, `${title}${reason ? `: ${reason}` : ''}`] as const,
    ),
    ...nextStarts.map(({ id, title, nextStartsAt }, at) => {
      const name = at === 0 ? 'Next' : '';
      return [name, `${minute(nextStartsAt)} UTC  job ${id}, ${title}`] as const;
    }),
    ['Expiring', expiring.count > 0 ? `${expiring.count} files, from ${minute(expiring.firstAt)} UTC` : ''],
    [
      'Certificate',
      `${certificate.state}${certificate.notAfter ? `, to ${minute(certificate.notAfter)} UTC` : ''}`,
    ],
    ['Scheduler', scheduler.alive ? 'alive' : `silent; ${scheduler.overdue} starts overdue`],
    ['30 days', `${sum('records').toLocaleString('en')} records, ${byteSize(sum('bytes'))}`],
  ]);
}
