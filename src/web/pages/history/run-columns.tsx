import { Link } from 'wouter';
import { DATA_TYPES } from '../../../model/records.ts';
import { STATUS_LABELS } from '../../../model/status.ts';
import { CutName } from '../../parts/cut-name.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Size } from '../../parts/size.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { Took } from '../../parts/took.tsx';
import type { RunItem } from '../../service/lists.ts';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import styles from '../jobs/jobs.module.css';

/** Statuses that a run can have. */
const RUN_STATUSES = [
  'QUEUED',
  'IN_PROGRESS',
  'FINISHED',
  'FAILED',
  'CANCELLED',
  'SKIPPED',
] as const satisfies readonly (keyof typeof STATUS_LABELS)[];

/** The columns of the guide, in its order, then those that can be switched on. */
export function runColumns(words: Words): readonly Column<RunItem>[] {
  const types = DATA_TYPES.map((value) => ({ value, label: words(`type.${value}`) }));
  const statuses = RUN_STATUSES.map((value) => ({ value, label: words(`status.${value}`) }));
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
      width: 200,
      order: 'title',
      lead: true,
      cell: ({ id, title }) => (
        <Link href={`/history/${id}`} className={styles['title'] ?? ''} title={title}>
          {title}
        </Link>
      ),
    },
    {
      id: 'status',
      word: 'column.status',
      width: 136,
      order: 'status',
      filter: { name: 'status', choices: statuses },
      cell: (run) => <StatusCell {...run} {...(run.detail.reason ? { reason: run.detail.reason } : {})} />,
    },
    {
      id: 'started',
      word: 'column.startedAt',
      width: 164,
      order: 'startedAt',
      cell: ({ startedAt }) => <Moment at={startedAt} />,
    },
    {
      id: 'took',
      word: 'column.duration',
      width: 92,
      right: true,
      cell: (run) => <Took from={run.startedAt} to={run.finishedAt} />,
    },
    {
      id: 'file',
      word: 'column.fileName',
      width: 226,
      order: 'fileName',
      filter: { name: 'fileName' },
      cell: ({ fileName }) => <CutName name={fileName} most={24} />,
    },
    {
      id: 'size',
      word: 'column.size',
      width: 100,
      order: 'fileSize',
      right: true,
      hidden: true,
      cell: ({ fileSize }) => <Size bytes={fileSize} />,
    },
    {
      id: 'due',
      word: 'column.due',
      width: 164,
      hidden: true,
      cell: ({ scheduledAt }) => <Moment at={scheduledAt} />,
    },
    { id: 'id', word: 'column.id', width: 80, order: 'id', right: true, hidden: true, cell: ({ id }) => id },
  ];
}
