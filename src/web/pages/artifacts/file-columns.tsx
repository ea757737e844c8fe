import { CutName } from '../../parts/cut-name.tsx';
import { Size } from '../../parts/size.tsx';
import type { Column } from '../../table/column.ts';
import { momentColumn, TitleLink, typeColumn } from '../../table/common-columns.tsx';
import type { Words } from '../../words/words.ts';
import { setSize, type FileSet } from './file-sets.ts';
import styles from './artifacts.module.css';

/** From so many days on a file is about to go. */
const SOON_DAYS = 3;

/** The columns of the guide, in its order, then those that can be switched on. */
export function fileColumns(words: Words): readonly Column<FileSet>[] {
  return [
    {
      id: 'title',
      word: 'column.jobTitle',
      width: 148,
      order: 'jobTitle',
      lead: true,
      cell: ({ lead }) => <TitleLink href={`/history/${lead.historyId}`} title={lead.jobTitle} />,
    },
    {
      id: 'name',
      word: 'column.fileName',
      width: 182,
      order: 'name',
      filter: { name: 'name' },
      cell: ({ lead, files }) => (
        <span className={styles['set']}>
          <CutName name={lead.name} most={20} />
          {files.length > 1 && (
            <span className={styles['volumes']}>{words.count('artifacts.volumes', files.length)}</span>
          )}
        </span>
      ),
    },
    typeColumn(words, ({ lead }) => lead.type),
    {
      id: 'size',
      word: 'column.size',
      width: 84,
      order: 'size',
      right: true,
      cell: (set) => <Size bytes={setSize(set)} />,
    },
    momentColumn('uploaded', 'column.uploadDate', {
      at: ({ lead }) => lead.uploadDate,
      order: 'uploadDate',
    }),
    {
      id: 'days',
      word: 'column.remainingDays',
      width: 158,
      order: 'expiryDate',
      right: true,
      cell: ({ lead: { remainingDays } }) => (
        <span className={remainingDays <= SOON_DAYS ? styles['soon'] : undefined}>{remainingDays}</span>
      ),
    },
    {
      id: 'certificate',
      word: 'column.certificate',
      width: 190,
      minor: 'widest',
      cell: ({ lead }) => lead.certificates.map(({ subject }) => subject).join('; ') || '–',
    },
    {
      id: 'sha256',
      word: 'artifacts.sha256',
      width: 200,
      hidden: true,
      cell: ({ lead, files }) => (files.length > 1 ? '–' : <CutName name={lead.sha256} most={22} />),
    },
  ];
}
