import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { parseListState } from '../../address/list-state.ts';
import { useListState } from '../../address/use-list-state.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { AddButton } from '../../parts/add-button.tsx';
import { BulkDialog, type BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SaidStatus } from '../../parts/said-status.tsx';
import { jobsAhead, useJobs } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { BulkJobs } from './bulk-jobs.tsx';
import { jobColumns } from './job-columns.tsx';
import { jobQuestion } from './job-questions.ts';
import { useJobActions } from './use-job-actions.ts';
import { useKey } from '../../parts/use-key.ts';

const FORM = {
  orders: ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'scheduleType'],
  filters: ['title', 'type', 'source', 'scheduleType', 'suspend'],
};

const NONE = [] as const;

/** Asks for what the address shows. */
export const beginJobs = () => jobsAhead(parseListState(location.search, FORM));

/** What the contact center exports, and when: the guide's Jobs page. */
export function JobsPage() {
  const words = useWords();
  const me = useMe();
  const [, go] = useLocation();
  const [state, onState] = useListState(FORM);
  const query = useJobs(state);
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const columns = useMemo(() => jobColumns(words), [words]);
  const actions = useJobActions(({ id }) => setQuestion(jobQuestion('delete', { ids: [id] })));
  const writes = may(me, 'jobs.write');
  const add = () => go(PAGE_PATHS.newJob);
  useKey('n', add, writes);
  return (
    <>
      <PageHead
        title={words('jobs.title')}
        action={<AddButton label={words('jobs.addJob')} needs="jobs.write" onClick={add} />}
      />
      <SaidStatus rows={query.data?.items ?? NONE} />
      <ListView
        name="jobs"
        label={words('jobs.title')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        search={{ name: 'title', label: words('jobs.search') }}
        rowId={({ id }) => String(id)}
        rowLabel={({ title }) => title}
        actions={actions}
        none={
          <Empty
            icon="jobs"
            text={words('jobs.noneYet')}
            action={<AddButton quiet label={words('jobs.first')} needs="jobs.write" onClick={add} />}
          />
        }
        bulk={(picked) => <BulkJobs picked={picked} filters={state.filters} onAsk={setQuestion} />}
      />
      {question && <BulkDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
