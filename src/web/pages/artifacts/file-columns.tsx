import { Link } from 'wouter';
import { DATA_TYPES } from '../../../model/records.ts';
import { CutName } from '../../parts/cut-name.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Size } from '../../parts/size.tsx';
import type { FileRow } from '../../service/lists.ts';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import styles from './artifacts.module.css';

/** From so many days on a file is about to go. */
const SOON_DAYS = 3;

/** The columns of the guide, in its order, then those that can be switched on. */
export function fileColumns(words: Words): readonly Column<FileRow>[] {
  const types = DATA_TYPES.map((value) => ({ value, label: words(`type.${value}`) }));
  return [
    {
      id: 'title',
      word: 'column.jobTitle',
      width: 190,
      order: 'jobTitle',
      lead: true,
      cell: ({ jobTitle, historyId }) => (
        <Link href={`/history/${historyId}`} className={styles['title'] ?? ''} title={jobTitle}>
          {jobTitle}
        </Link>
      ),
    },
    {
      id: 'name',
      word: 'column.fileName',
      width: 262,
      order: 'name',
      filter: { name: 'name' },
      cell: ({ name }) => <CutName name={name} most={26} />,
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
      id: 'size',
      word: 'column.size',
      width: 92,
      order: 'size',
      right: true,
      cell: ({ size }) => <Size bytes={size} />,
    },
    {
      id: 'uploaded',
      word: 'column.uploadDate',
      width: 164,
      order: 'uploadDate',
      cell: ({ uploadDate }) => <Moment at={uploadDate} />,
    },
    {
      id: 'days',
      word: 'column.remainingDays',
      width: 132,
      order: 'expiryDate',
      right: true,
      cell: ({ remainingDays }) => (
        <span className={remainingDays <= SOON_DAYS ? styles['soon'] : undefined}>{remainingDays}</span>
      ),
    },
    {
      id: 'certificate',
      word: 'column.certificate',
      width: 200,
      hidden: true,
      cell: ({ certificates }) => certificates.map(({ subject }) => subject).join('; ') || '–',
    },
    {
      id: 'sha256',
      word: 'artifacts.sha256',
      width: 200,
      hidden: true,
      cell: ({ sha256 }) => <CutName name={sha256} most={22} />,
    },
  ];
}
