import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { parseListState } from '../../address/list-state.ts';
import { useListState } from '../../address/use-list-state.ts';
import { AddButton } from '../../parts/add-button.tsx';
import { BulkDialog, type BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SaidStatus } from '../../parts/said-status.tsx';
import { runsAhead, useRuns } from '../../service/lists.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { BulkRuns } from './bulk-runs.tsx';
import { runColumns } from './run-columns.tsx';
import { runQuestion } from './run-questions.ts';
import { useRunActions } from './use-run-actions.ts';

const FORM = {
  orders: ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'fileName', 'fileSize'],
  filters: ['jobId', 'title', 'type', 'status', 'source', 'fileName'],
};

const NONE = [] as const;

/** Asks for what the address shows. */
export const beginHistory = () => runsAhead(parseListState(location.search, FORM));

/** Every run, active and over: the guide's History page. */
export function HistoryPage() {
  const words = useWords();
  const [, go] = useLocation();
  const [state, onState] = useListState(FORM);
  const query = useRuns(state);
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const columns = useMemo(() => runColumns(words), [words]);
  const actions = useRunActions(({ id }) => setQuestion(runQuestion('delete', { ids: [id] })));
  return (
    <>
      <PageHead title={words('history.title')} />
      <SaidStatus rows={query.data?.items ?? NONE} />
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
            action={
              <AddButton
                quiet
                label={words('jobs.addJob')}
                needs="jobs.write"
                onClick={() => go(PAGE_PATHS.newJob)}
              />
            }
          />
        }
        bulk={(picked) => <BulkRuns picked={picked} filters={state.filters} onAsk={setQuestion} />}
      />
      {question && <BulkDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
