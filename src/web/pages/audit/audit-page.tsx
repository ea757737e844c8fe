import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useListState } from '../../address/use-list-state.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { auditLines, useAudit, type AuditEntry } from '../../service/audit.ts';
import type { RowAction } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { NoMatch } from '../../table/no-match.tsx';
import { useWords } from '../../words/use-words.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { Chain } from './chain.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { Streams } from './streams.tsx';
import styles from './audit.module.css';

const FORM = { orders: ['id'], filters: ['actor', 'action', 'outcome', 'object', 'from', 'until'] };

/** What was done in the contact center, and by whom. */
export function AuditPage() {
  const words = useWords();
  const [state, onState] = useListState(FORM);
  const query = useAudit(state);
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const columns = useMemo(() => auditColumns(words), [words]);
  const rows = query.data ? query.data.pages.flatMap(({ items }) => items) : null;
  const actions = (entry: AuditEntry): readonly RowAction[] => [
    {
      id: 'details',
      label: words('audit.details'),
      icon: 'info',
      near: true,
      refused: null,
      run: () => setShown(entry),
    },
  ];
  const clear = () => onState({ ...state, filters: {} });
  return (
    <>
      <PageHead title={words('menu.audit')} note={words('audit.note')} action={<Download state={state} />} />
      <AuditFilters state={state} onState={onState} />
      {query.error && !query.data ? (
        <ProblemBox error={query.error} retry={() => void query.refetch()} />
      ) : (
        <DataTable
          name="audit"
          label={words('menu.audit')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => String(id)}
          rowLabel={({ id }) => words('audit.entry', { id })}
          state={state}
          onState={onState}
          actions={actions}
          picks={null}
          stale={query.isPlaceholderData}
          empty={
            Object.keys(state.filters).length > 0 ? (
              <NoMatch onClear={clear} />
            ) : (
              <Empty
                icon="audit"
                text={words('audit.none')}
                action={
                  <Button variant="default" onClick={() => void query.refetch()}>
                    {words('list.refresh')}
                  </Button>
                }
              />
            )
          }
        />
      )}
      {rows !== null && rows.length > 0 && (
        <div className={styles['more']}>
          {query.hasNextPage ? (
            <BusyButton
              variant="default"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {words('audit.more')}
            </BusyButton>
          ) : (
            words('audit.end')
          )}
        </div>
      )}
      <Chain />
      <Streams />
      {shown && <EntryDrawer entry={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** What the filters let through, as a file. */
function Download({ state }: { readonly state: Parameters<typeof auditLines>[0] }) {
  const words = useWords();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      saveFile(await auditLines(state), 'audit.jsonl');
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <BusyButton
      variant="default"
      leftSection={<Icon name="download" size={16} />}
      busy={busy}
      onClick={() => void download()}
    >
      {words('audit.download')}
    </BusyButton>
  );
}
