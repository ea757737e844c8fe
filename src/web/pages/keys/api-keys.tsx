import { useMemo } from 'react';
import { mayManage } from '../../../model/roles.ts';
import { useListState } from '../../address/use-list-state.ts';
import { momentOf } from '../../format/dates.ts';
import { AddButton } from '../../parts/add-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useKey } from '../../parts/use-key.ts';
import { useApiKeys, type ApiKeyRow } from '../../service/keys.ts';
import { may, useMe } from '../../service/me.ts';
import { byColumn, createdColumn, nameColumn, rolesColumn } from '../../table/access-columns.tsx';
import type { Column, RowAction } from '../../table/column.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { Words } from '../../words/words.ts';
import type { KeysDialog } from './keys-dialogs.tsx';
import { PartHead } from './part-head.tsx';
import styles from './keys.module.css';

const FORM = { orders: ['name', 'createdDate', 'lastUsedAt', 'expiresAt'], filters: ['name'] };

/** The API keys, with when each was last used and when it ends. */
export function ApiKeys({ onDialog }: { readonly onDialog: (dialog: KeysDialog) => void }) {
  const words = useWords();
  const me = useMe();
  const [state, onState] = useListState(FORM);
  const query = useApiKeys(state);
  const columns = useMemo(() => columnsOf(words), [words]);
  const writes = may(me, 'users.write');
  const add = () => onDialog({ kind: 'add-key' });
  useKey('n', add, writes);
  const managed = ({ roles }: ApiKeyRow) =>
    writes
      ? mayManage(me.roles, roles ?? [])
        ? null
        : words.failure('administrators-only', {})
      : words.failure('privilege-missing', { privilege: 'users.write' });
  const actions = (key: ApiKeyRow): readonly RowAction[] => [
    {
      id: 'rename',
      label: words('keys.rename'),
      icon: 'edit',
      refused: managed(key),
      run: () => onDialog({ kind: 'rename-key', id: key.id, name: key.name }),
    },
    {
      id: 'renew',
      label: words('keys.renewKey'),
      icon: 'refresh',
      refused: managed(key),
      run: () => onDialog({ kind: 'renew-key', id: key.id, name: key.name }),
    },
    {
      id: 'delete',
      label: words('people.delete'),
      icon: 'trash',
      near: true,
      refused: managed(key),
      run: () => onDialog({ kind: 'delete-key', id: key.id, name: key.name }),
    },
  ];
  return (
    <section className={styles['part']}>
      <PartHead
        title={words('keys.apiKeys')}
        note={words('keys.apiKeysNote')}
        action={<AddButton label={words('keys.addKey')} needs="users.write" onClick={add} />}
      />
      <ListView
        name="api-keys"
        label={words('keys.apiKeys')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        search={{ name: 'name', label: words('keys.search') }}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        actions={actions}
        none={
          <Empty
            icon="keys"
            text={words('keys.noKeys')}
            action={<AddButton quiet label={words('keys.firstKey')} needs="users.write" onClick={add} />}
          />
        }
      />
    </section>
  );
}

const columnsOf = (words: Words): readonly Column<ApiKeyRow>[] => [
  nameColumn,
  rolesColumn(({ roles }) => roles, { without: words('keys.beside') }),
  {
    id: 'used',
    word: 'keys.lastUsed',
    width: 176,
    order: 'lastUsedAt',
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? (
        <span className={styles['quiet']}>{words('keys.neverUsed')}</span>
      ) : (
        <Moment at={lastUsedAt} />
      ),
  },
  {
    id: 'expires',
    word: 'keys.expires',
    width: 200,
    order: 'expiresAt',
    cell: ({ expiresAt }) => <Expiry at={expiresAt} words={words} />,
  },
  createdColumn,
  byColumn,
  { id: 'id', word: 'column.id', width: 170, hidden: true, cell: ({ id }) => <code>{id}</code> },
];

function Expiry({ at, words }: { readonly at: string | null; readonly words: Words }) {
  if (at === null) return words('keys.never');
  const over = (momentOf(at) ?? 0) <= Date.now();
  return (
    <span className={over ? styles['over'] : undefined}>
      <Moment at={at} day />
      {over && ` · ${words('keys.expired')}`}
    </span>
  );
}
