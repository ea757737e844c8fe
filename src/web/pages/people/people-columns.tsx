import { ROLE_NAMES } from '../../../model/roles.ts';
import { Moment } from '../../parts/moment.tsx';
import { RoleNames } from '../../parts/role-names.tsx';
import type { Person } from '../../service/people.ts';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import styles from './people.module.css';

/** The columns of the list of users. */
export const peopleColumns = (words: Words): readonly Column<Person>[] => [
  {
    id: 'name',
    word: 'people.name',
    width: 240,
    order: 'name',
    lead: true,
    cell: ({ name }) => (
      <span className={styles['name']} title={name}>
        {name}
      </span>
    ),
  },
  {
    id: 'roles',
    word: 'roles.field',
    width: 240,
    filter: {
      name: 'role',
      choices: ROLE_NAMES.map((value) => ({ value, label: words(`role.${value}`) })),
    },
    cell: ({ roles }) => <RoleNames roles={roles} />,
  },
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
  {
    id: 'created',
    word: 'column.createdDate',
    width: 176,
    order: 'createdDate',
    minor: 'wide',
    cell: ({ createdDate }) => <Moment at={createdDate} />,
  },
  {
    id: 'by',
    word: 'people.createdBy',
    width: 150,
    hidden: true,
    cell: ({ createdBy }) => createdBy || '–',
  },
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
