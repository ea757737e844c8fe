import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { useListState } from '../../address/use-list-state.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useRuns, type RunItem } from '../../service/lists.ts';
import { moves } from '../../service/moving.ts';
import { may, useMe } from '../../service/me.ts';
import { deleteRuns } from '../../service/run-changes.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { runColumns } from './run-columns.tsx';
import { useRunActions } from './use-run-actions.ts';

const FORM = {
  orders: ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'fileName', 'fileSize'],
  filters: ['jobId', 'title', 'type', 'status', 'source', 'fileName'],
};

/** Every run, active and over: the guide's History page. */
export function HistoryPage() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [, go] = useLocation();
  const [state, onState] = useListState(FORM);
  const query = useRuns(state);
  const [doomed, setDoomed] = useState<readonly RunItem[]>([]);
  const columns = useMemo(() => runColumns(words), [words]);
  const actions = useRunActions((run) => setDoomed([run]));
  return (
    <>
      <PageHead title={words('history.title')} />
      <ListView
        name="history"
        label={words('history.title')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        search={{ name: 'title', label: words('jobs.search') }}
        rowId={({ id }) => String(id)}
        rowLabel={({ id, title }) => `${title} ${id}`}
        actions={actions}
        none={
          <Empty
            icon="history"
            text={words('history.noneYet')}
            action={<Button onClick={() => go(PAGE_PATHS.newJob)}>{words('jobs.addJob')}</Button>}
          />
        }
        bulk={(rows) => {
          const running = rows.some(moves);
          return (
            <>
              <Button
                size="compact-sm"
                variant="default"
                disabled={running || !may(me, 'history.write')}
                onClick={() => setDoomed(rows)}
              >
                {words.count('history.deleteVerb', rows.length)}
              </Button>
              {running && <span>{words('history.deleteRunning')}</span>}
            </>
          );
        }}
      />
      {doomed.length > 0 && (
        <Confirm
          title={words.count('history.deleteTitle', doomed.length)}
          text={words('history.deleteText')}
          names={doomed.map(({ id, title }) => `${id} · ${title}`)}
          verb={words.count('history.deleteVerb', doomed.length)}
          onClose={() => setDoomed([])}
          onConfirm={async () => {
            await deleteRuns(doomed.map(({ id }) => id));
            notices.told(words('history.deleted'));
          }}
        />
      )}
    </>
  );
}
