import { useMemo, useState } from 'react';
import { mayManage } from '../../../model/roles.ts';
import { parseListState } from '../../address/list-state.ts';
import { AddButton } from '../../parts/add-button.tsx';
import { CutName } from '../../parts/cut-name.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useClients, type ClientRow } from '../../service/keys.ts';
import { may, useMe } from '../../service/me.ts';
import { byColumn, createdColumn, nameColumn, rolesColumn } from '../../table/access-columns.tsx';
import type { Column, RowAction } from '../../table/column.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { Words } from '../../words/words.ts';
import type { KeysDialog } from './keys-dialogs.tsx';
import { PartHead } from './part-head.tsx';
import styles from './keys.module.css';

/** The OAuth clients. The address belongs to the list above; this one keeps its place for the visit. */
export function Clients({ onDialog }: { readonly onDialog: (dialog: KeysDialog) => void }) {
  const words = useWords();
  const me = useMe();
  const [state, onState] = useState(() => parseListState('', { orders: [], filters: [] }));
  const query = useClients(state);
  const columns = useMemo(() => columnsOf(words), [words]);
  const writes = may(me, 'users.write');
  const add = () => onDialog({ kind: 'add-client' });
  const managed = ({ roles }: ClientRow) =>
    writes
      ? mayManage(me.roles, roles)
        ? null
        : words.failure('administrators-only', {})
      : words.failure('privilege-missing', { privilege: 'users.write' });
  const actions = (client: ClientRow): readonly RowAction[] => [
    {
      id: 'roles',
      label: words('people.roles'),
      icon: 'edit',
      near: true,
      refused: managed(client),
      run: () => onDialog({ kind: 'client-roles', client }),
    },
    {
      id: 'redirects',
      label: words('keys.redirects'),
      icon: 'external',
      refused: managed(client),
      run: () => onDialog({ kind: 'client-redirects', client }),
    },
    {
      id: 'rename',
      label: words('keys.rename'),
      icon: 'edit',
      refused: managed(client),
      run: () => onDialog({ kind: 'rename-client', id: client.id, name: client.name }),
    },
    {
      id: 'renew',
      label: words('keys.renewSecret'),
      icon: 'refresh',
      refused: managed(client),
      run: () => onDialog({ kind: 'renew-client', id: client.id, name: client.name }),
    },
    {
      id: 'delete',
      label: words('people.delete'),
      icon: 'trash',
      refused: managed(client),
      run: () => onDialog({ kind: 'delete-client', id: client.id, name: client.name }),
    },
  ];
  return (
    <section className={styles['part']}>
      <PartHead
        title={words('keys.clients')}
        note={words('keys.clientsNote')}
        action={<AddButton quiet label={words('keys.addClient')} needs="users.write" onClick={add} />}
      />
      <ListView
        name="clients"
        label={words('keys.clients')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        actions={actions}
        none={
          <Empty
            icon="keys"
            text={words('keys.noClients')}
            action={<AddButton quiet label={words('keys.firstClient')} needs="users.write" onClick={add} />}
          />
        }
      />
    </section>
  );
}

const columnsOf = (words: Words): readonly Column<ClientRow>[] => [
  nameColumn,
  {
    id: 'id',
    word: 'keys.clientId',
    width: 220,
    cell: ({ id }) => <CutName name={id} most={26} />,
  },
  rolesColumn(({ roles }) => roles),
  {
    id: 'redirects',
    word: 'keys.redirectColumn',
    width: 224,
    cell: ({ redirectUris: [first, ...others] }) =>
      first === undefined ? (
        <span className={styles['quiet']}>{words('keys.noRedirects')}</span>
      ) : (
        <>
          <CutName name={first} most={20} />
          {others.length > 0 && ` +${others.length}`}
        </>
      ),
  },
  createdColumn,
  byColumn,
];
