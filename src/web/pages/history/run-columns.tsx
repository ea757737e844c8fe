import { STATUS_LABELS } from '../../../model/status.ts';
import { CutName } from '../../parts/cut-name.tsx';
import { Size } from '../../parts/size.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { Took } from '../../parts/took.tsx';
import type { RunItem } from '../../service/lists.ts';
import type { Column } from '../../table/column.ts';
import { idColumn, momentColumn, sourceColumn, TitleLink, typeColumn } from '../../table/common-columns.tsx';
import { DeliveryStanding } from '../run/delivery-standing.tsx';
import type { Words } from '../../words/words.ts';

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
  const statuses = RUN_STATUSES.map((value) => ({ value, label: words(`status.${value}`) }));
  return [
    sourceColumn(words),
    typeColumn(words, ({ type }) => type),
    {
      id: 'title',
      word: 'column.title',
      width: 156,
      order: 'title',
      lead: true,
      cell: ({ id, title }) => <TitleLink href={`/history/${id}`} title={title} />,
    },
    {
      id: 'status',
      word: 'column.status',
      width: 160,
      order: 'status',
      filter: { name: 'status', choices: statuses },
      cell: (run) => <StatusCell {...run} {...(run.detail.reason ? { reason: run.detail.reason } : {})} />,
    },
    momentColumn('started', 'column.startedAt', { at: ({ startedAt }) => startedAt, order: 'startedAt' }),
    {
      id: 'took',
      word: 'column.duration',
      width: 100,
      right: true,
      cell: (run) => <Took from={run.startedAt} to={run.finishedAt} />,
    },
    {
      id: 'file',
      word: 'column.fileName',
      width: 180,
      order: 'fileName',
      filter: { name: 'fileName' },
      cell: ({ fileName }) => <CutName name={fileName} most={20} />,
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
      id: 'delivery',
      word: 'delivery.title',
      width: 140,
      hidden: true,
      cell: ({ delivery }) => (delivery ? <DeliveryStanding delivery={delivery} /> : null),
    },
    momentColumn('due', 'column.due', { at: ({ scheduledAt }) => scheduledAt, minor: 'widest' }),
    idColumn,
  ];
}
