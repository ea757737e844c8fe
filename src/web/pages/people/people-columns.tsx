import { ROLE_NAMES } from '../../../model/roles.ts';
import { Moment } from '../../parts/moment.tsx';
import type { Person } from '../../service/people.ts';
import { byColumn, createdColumn, nameColumn, rolesColumn } from '../../table/access-columns.tsx';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import styles from './people.module.css';

/** The columns of the list of users. */
export const peopleColumns = (words: Words): readonly Column<Person>[] => [
  nameColumn,
  rolesColumn(({ roles }) => roles, {
    filter: {
      name: 'role',
      choices: ROLE_NAMES.map((value) => ({ value, label: words(`role.${value}`) })),
    },
  }),
  {
    id: 'state',
    word: 'people.state',
    width: 130,
    filter: {
      name: 'disabled',
      choices: [
        { value: 'false', label: words('people.active') },
        { value: 'true', label: words('people.disabled') },
      ],
    },
    cell: (person) => <StateOf person={person} words={words} />,
  },
  {
    id: 'factor',
    word: 'factor.title',
    width: 140,
    cell: ({ secondFactor }) => (secondFactor ? words('people.factorOn') : '–'),
  },
  {
    id: 'password',
    word: 'people.passwordChanged',
    width: 176,
    order: 'passwordChangedAt',
    minor: 'wide',
    cell: ({ passwordChangedAt }) => <Moment at={passwordChangedAt ?? ''} />,
  },
  createdColumn,
  byColumn,
];

function StateOf({ person, words }: { readonly person: Person; readonly words: Words }) {
  const state = person.disabled ? 'disabled' : person.invited ? 'invited' : 'active';
  return (
    <span className={styles['state']} data-state={state}>
      <span className={styles['dot']} />
      {words(`people.${state}`)}
    </span>
  );
}
