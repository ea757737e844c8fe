import { Switch } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { useState } from 'react';
import { SCHEDULE_TYPES } from '../../../model/schedule.ts';
import { hint } from '../../parts/hint.ts';
import { useNotices } from '../../parts/notices.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { resumeJob, suspendJob } from '../../service/job-changes.ts';
import type { JobItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import type { Column } from '../../table/column.ts';
import { idColumn, momentColumn, sourceColumn, TitleLink, typeColumn } from '../../table/common-columns.tsx';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/use-words.tsx';
import { refusedOf } from './job-rules.ts';
import styles from './jobs.module.css';

/** The columns of the guide, in its order, then those that can be switched on. */
export function jobColumns(words: Words): readonly Column<JobItem>[] {
  const runs = SCHEDULE_TYPES.map((value) => ({ value, label: words(`schedule.${value}`) }));
  const suspended = [
    { value: 'false', label: words('jobs.active') },
    { value: 'true', label: words('jobs.suspended') },
  ];
  return [
    sourceColumn(words),
    typeColumn(words, ({ type }) => type),
    {
      id: 'title',
      word: 'column.title',
      width: 230,
      order: 'title',
      lead: true,
      filter: { name: 'suspend', choices: suspended },
      cell: (job) => (
        <span className={styles['named']}>
          <ActiveSwitch job={job} />
          <TitleLink href={`/jobs/${job.id}`} title={job.title} />
        </span>
      ),
    },
    momentColumn('created', 'column.createdDate', {
      at: ({ createdDate }) => createdDate,
      order: 'createdDate',
      minor: 'widest',
    }),
    {
      id: 'status',
      word: 'column.latestStatus',
      width: 148,
      order: 'status',
      cell: (job) => (
        <StatusCell
          {...job}
          startedAt={job.latestStartedAt}
          {...(job.status === 'Failed' ? { reason: job.latestReason } : {})}
        />
      ),
    },
    momentColumn('started', 'column.latestStartedAt', {
      at: ({ latestStartedAt }) => latestStartedAt,
      order: 'startedAt',
    }),
    momentColumn('next', 'column.nextStartsAt', { at: ({ nextStartsAt }) => nextStartsAt }),
    {
      id: 'runs',
      word: 'column.scheduleType',
      width: 120,
      order: 'scheduleType',
      filter: { name: 'scheduleType', choices: runs },
      hidden: true,
      cell: ({ scheduleType }) => words(`schedule.${scheduleType}`),
    },
    idColumn,
  ];
}

/** The guide's slider. What cannot be changed says why. */
function ActiveSwitch({ job }: { readonly job: JobItem }) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const refusal = refusedOf(job, job.suspended ? 'resume' : 'suspend');
  const spent = job.scheduleType === 'once' && job.latestStartedAt !== '' ? 'spent' : null;
  const code = refusal ?? spent;
  const noRight = may(me, 'jobs.write')
    ? null
    : words.failure('privilege-missing', { privilege: 'jobs.write' });
  const why = noRight ?? (code === null ? null : words.failure(code, {}));
  const refused = why !== null || undefined;
  const [busy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    try {
      await (job.suspended ? resumeJob(job.id) : suspendJob(job.id));
      const back = () => void (job.suspended ? suspendJob(job.id) : resumeJob(job.id)).catch(notices.failed);
      notices.told(words(job.suspended ? 'jobs.resumed' : 'jobs.nowSuspended', { title: job.title }), back);
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span
      {...hint(why ?? words(job.suspended ? 'jobs.resume' : 'jobs.suspend'))}
      className={styles['switch']}
    >
      <Switch
        size="sm"
        aria-label={words('jobs.activeOf', { title: job.title })}
        checked={!job.suspended && spent === null}
        // Grey, and still reached by keyboard: it says why.
        aria-disabled={refused}
        data-disabled={refused}
        aria-busy={busy}
        onChange={() => !refused && !busy && void change()}
      />
    </span>
  );
}
