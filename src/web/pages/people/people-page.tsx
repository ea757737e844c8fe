import { useMemo, useState } from 'react';
import { useListState } from '../../address/use-list-state.ts';
import { AddButton } from '../../parts/add-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useKey } from '../../parts/use-key.ts';
import { may, useMe } from '../../service/me.ts';
import { usePeople } from '../../service/people.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { PeopleDialogs, type PeopleDialog } from './people-dialogs.tsx';
import { peopleColumns } from './people-columns.tsx';
import { RolesTable } from './roles-table.tsx';
import { usePeopleActions } from './use-people-actions.ts';

const FORM = { orders: ['name', 'createdDate', 'passwordChangedAt'], filters: ['name', 'role', 'disabled'] };

/** Who may sign in to the contact center, and as what. */
export function PeoplePage() {
  const words = useWords();
  const me = useMe();
  const [state, onState] = useListState(FORM);
  const query = usePeople(state);
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const columns = useMemo(() => peopleColumns(words), [words]);
  const actions = usePeopleActions(setDialog);
  const writes = may(me, 'users.write');
  const add = () => setDialog({ kind: 'add' });
  useKey('n', add, writes);
  return (
    <>
      <PageHead
        title={words('menu.people')}
        note={words('people.note')}
        action={<AddButton label={words('people.add')} needs="users.write" onClick={add} />}
      />
      <ListView
        name="people"
        label={words('menu.people')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        search={{ name: 'name', label: words('people.search') }}
        rowId={({ name }) => name}
        rowLabel={({ name }) => name}
        actions={actions}
        none={
          <Empty
            icon="people"
            text={words('people.none')}
            action={<AddButton quiet label={words('people.first')} needs="users.write" onClick={add} />}
          />
        }
      />
      <RolesTable />
      {dialog && <PeopleDialogs dialog={dialog} onDialog={setDialog} />}
    </>
  );
}
