import { Link } from 'wouter';
import { JOB_TYPES, type JobType } from '../../model/records.ts';
import { Moment } from '../parts/moment.tsx';
import type { WordKey, Words } from '../words/words.ts';
import type { Column } from './column.ts';
import styles from './common-columns.module.css';

/** Where the records come from. */
export const sourceColumn = (words: Words): Column<object> => ({
  id: 'source',
  word: 'column.source',
  minor: 'wide',
  width: 126,
  order: 'source',
  filter: { name: 'source', choices: [{ value: 'UCS', label: words('source.UCS') }] },
  cell: () => words('source.UCS'),
});

/** What is exported. */
export const typeColumn = <Row,>(words: Words, typeOf: (row: Row) => JobType): Column<Row> => ({
  id: 'type',
  word: 'column.type',
  width: 98,
  order: 'type',
  filter: { name: 'type', choices: JOB_TYPES.map((value) => ({ value, label: words(`type.${value}`) })) },
  cell: (row) => words(`type.${typeOf(row)}`),
});

/** The id, for those who want it. */
export const idColumn: Column<{ readonly id: number }> = {
  id: 'id',
  word: 'column.id',
  width: 80,
  order: 'id',
  right: true,
  hidden: true,
  cell: ({ id }) => id,
};

/** A moment; "" is none. */
export const momentColumn = <Row,>(
  id: string,
  word: WordKey,
  {
    at,
    ...more
  }: { readonly at: (row: Row) => string } & Partial<Pick<Column<Row>, 'order' | 'hidden' | 'minor'>>,
): Column<Row> => ({ id, word, width: 174, ...more, cell: (row) => <Moment at={at(row)} /> });

/** What a row is known by, as the way to its page. */
export const TitleLink = ({ href, title }: { readonly href: string; readonly title: string }) => (
  <Link href={href} className={styles['title'] ?? ''} title={title}>
    {title}
  </Link>
);
