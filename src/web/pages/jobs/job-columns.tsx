import { Switch, Tooltip } from '@mantine/core';
import '@mantine/core/styles/Switch.layer.css';
import { Link } from 'wouter';
import { DATA_TYPES } from '../../../model/records.ts';
import { SCHEDULE_TYPES } from '../../../model/schedule.ts';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { resumeJob, suspendJob } from '../../service/job-changes.ts';
import type { JobItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import { useWords } from '../../words/use-words.tsx';
import { refusedOf } from './job-rules.ts';
import styles from './jobs.module.css';

/** The columns of the guide, in its order, then those that can be switched on. */
export function jobColumns(words: Words): readonly Column<JobItem>[] {
  const types = DATA_TYPES.map((value) => ({ value, label: words(`type.${value}`) }));
  const runs = SCHEDULE_TYPES.map((value) => ({ value, label: words(`schedule.${value}`) }));
  const sources = [{ value: 'UCS', label: words('source.UCS') }];
  return [
    {
      id: 'source',
      word: 'column.source',
      minor: true,
      width: 126,
      order: 'source',
      filter: { name: 'source', choices: sources },
      cell: () => words('source.UCS'),
    },
    {
      id: 'type',
      word: 'column.type',
      width: 104,
      order: 'type',
      filter: { name: 'type', choices: types },
      cell: ({ type }) => words(`type.${type}`),
    },
    {
      id: 'title',
      word: 'column.title',
      width: 230,
      order: 'title',
      lead: true,
      filter: {
        name: 'suspend',
        choices: [
          { value: 'false', label: words('jobs.active') },
          { value: 'true', label: words('jobs.suspended') },
        ],
      },
      cell: (job) => (
        <span className={styles['named']}>
          <ActiveSwitch job={job} />
          <Link href={`/jobs/${job.id}`} className={styles['title'] ?? ''} title={job.title}>
            {job.title}
          </Link>
        </span>
      ),
    },
    {
      id: 'status',
      word: 'column.latestStatus',
      width: 136,
      order: 'status',
      cell: (job) => <StatusCell {...job} startedAt={job.latestStartedAt} />,
    },
    {
      id: 'started',
      word: 'column.latestStartedAt',
      width: 164,
      order: 'startedAt',
      cell: ({ latestStartedAt }) => <Moment at={latestStartedAt} />,
    },
    {
      id: 'next',
      word: 'column.nextStartsAt',
      width: 164,
      cell: ({ nextStartsAt }) => <Moment at={nextStartsAt} />,
    },
    {
      id: 'created',
      word: 'column.createdDate',
      width: 164,
      order: 'createdDate',
      hidden: true,
      cell: ({ createdDate }) => <Moment at={createdDate} />,
    },
    {
      id: 'runs',
      word: 'column.scheduleType',
      width: 120,
      order: 'scheduleType',
      filter: { name: 'scheduleType', choices: runs },
      hidden: true,
      cell: ({ scheduleType }) => words(`schedule.${scheduleType}`),
    },
    { id: 'id', word: 'column.id', width: 80, order: 'id', right: true, hidden: true, cell: ({ id }) => id },
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
  const why = code === null ? null : words.failure(code, {});
  const change = async () => {
    try {
      await (job.suspended ? resumeJob(job.id) : suspendJob(job.id));
      const back = () => void (job.suspended ? suspendJob(job.id) : resumeJob(job.id)).catch(notices.failed);
      notices.told(words(job.suspended ? 'jobs.resumed' : 'jobs.nowSuspended', { title: job.title }), back);
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <Tooltip
      label={why ?? words(job.suspended ? 'jobs.resume' : 'jobs.suspend')}
      multiline
      maw={280}
      openDelay={300}
    >
      <span className={styles['switch']}>
        <Switch
          size="sm"
          aria-label={words('jobs.activeOf', { title: job.title })}
          checked={!job.suspended && spent === null}
          disabled={code !== null || !may(me, 'jobs.write')}
          onChange={() => void change()}
        />
      </span>
    </Tooltip>
  );
}
