import { hint } from '../parts/hint.ts';
import { RoleNames } from '../parts/role-names.tsx';
import { momentColumn } from './common-columns.tsx';
import type { Column } from './column.ts';
import styles from './common-columns.module.css';

/** What somebody or something is called that may come in. */
export const nameColumn: Column<{ readonly name: string }> = {
  id: 'name',
  word: 'people.name',
  width: 220,
  order: 'name',
  lead: true,
  cell: ({ name }) => (
    <span {...hint(name)} className={styles['name']} tabIndex={0}>
      {name}
    </span>
  ),
};

/** What they may do; `without` where they have no roles of their own. */
export const rolesColumn = <Row,>(
  rolesOf: (row: Row) => readonly string[] | null,
  more: Partial<Pick<Column<Row>, 'filter'>> & { readonly without?: string } = {},
): Column<Row> => {
  const { without = '', ...column } = more;
  return {
    id: 'roles',
    word: 'roles.field',
    width: 210,
    ...column,
    cell: (row) => {
      const roles = rolesOf(row);
      return roles === null ? without : <RoleNames roles={roles} />;
    },
  };
};

interface Made {
  readonly createdDate: string;
  readonly createdBy: string;
}

/** When they were added. */
export const createdColumn: Column<Made> = momentColumn('created', 'column.createdDate', {
  at: ({ createdDate }) => createdDate,
  minor: 'wide',
  order: 'createdDate',
});

/** By whom. */
export const byColumn: Column<Made> = {
  id: 'by',
  word: 'people.createdBy',
  width: 150,
  hidden: true,
  cell: ({ createdBy }) => createdBy || '–',
};
