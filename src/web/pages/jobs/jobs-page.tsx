import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useListState } from '../../address/use-list-state.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { deleteJobs } from '../../service/job-changes.ts';
import { useJobs, type JobItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { jobColumns } from './job-columns.tsx';
import { useJobActions } from './use-job-actions.ts';
import { refusedOf } from './job-rules.ts';
import { useKey } from '../../parts/use-key.ts';

const FORM = {
  orders: ['id', 'createdDate', 'startedAt', 'title', 'status', 'type', 'source', 'scheduleType'],
  filters: ['title', 'type', 'source', 'scheduleType', 'suspend'],
};

/** What the contact center exports, and when: the guide's Jobs page. */
export function JobsPage() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [, go] = useLocation();
  const [state, onState] = useListState(FORM);
  const query = useJobs(state);
  const [doomed, setDoomed] = useState<readonly JobItem[]>([]);
  const columns = useMemo(() => jobColumns(words), [words]);
  const actions = useJobActions((job) => setDoomed([job]));
  const writes = may(me, 'jobs.write');
  const add = () => go(PAGE_PATHS.newJob);
  useKey('n', add, writes);
  const addButton = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={add} disabled={!writes}>
      {words('jobs.addJob')}
    </Button>
  );
  return (
    <>
      <PageHead title={words('jobs.title')} action={addButton} />
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
        none={<Empty icon="jobs" text={words('jobs.noneYet')} />}
        bulk={(rows) => <BulkJobs rows={rows} onDelete={() => setDoomed(rows)} />}
      />
      {doomed.length > 0 && (
        <Confirm
          title={words.count('jobs.deleteTitle', doomed.length)}
          text={words('jobs.deleteText')}
          names={doomed.map(({ id, title }) => `${id} · ${title}`)}
          verb={words.count('jobs.deleteVerb', doomed.length)}
          onClose={() => setDoomed([])}
          onConfirm={async () => {
            await deleteJobs(doomed.map(({ id }) => id));
            notices.told(words.count('jobs.deletedCount', doomed.length));
          }}
        />
      )}
    </>
  );
}

/** What can be done with the chosen jobs, and why not. */
function BulkJobs({ rows, onDelete }: { readonly rows: readonly JobItem[]; readonly onDelete: () => void }) {
  const words = useWords();
  const me = useMe();
  const [, go] = useLocation();
  const running = rows.filter((job) => refusedOf(job, 'delete') !== null).length;
  const [only] = rows;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={rows.length !== 1 || !may(me, 'jobs.write')}
        onClick={() => only && go(`${PAGE_PATHS.newJob}?clone=${only.id}`)}
      >
        {words('jobs.clone')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={rows.length !== 1}
        onClick={() => only && go(`${PAGE_PATHS.history}?jobId=${only.id}`)}
      >
        {words('jobs.history')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={running > 0 || !may(me, 'jobs.write')}
        onClick={onDelete}
      >
        {words.count('jobs.deleteVerb', rows.length)}
      </Button>
      {running > 0 && <span>{words('jobs.deleteInProgress')}</span>}
    </>
  );
}
