import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useListState } from '../../address/use-list-state.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useFiles, type FileRow } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import { deleteFiles } from '../../service/run-changes.ts';
import type { RowAction } from '../../table/column.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { DecryptPanel } from './decrypt-panel.tsx';
import { DownloadList } from './download-list.tsx';
import { fileColumns } from './file-columns.tsx';

const FORM = {
  orders: [
    'historyId',
    'name',
    'fileName',
    'jobTitle',
    'type',
    'source',
    'size',
    'uploadDate',
    'expiryDate',
    'jobId',
  ],
  filters: ['historyId', 'jobId', 'name', 'jobTitle', 'type'],
};
/** The API hands out so many links at once. */
const MOST = 100;

/** The files that can be downloaded: the guide's Artifacts page. */
export function ArtifactsPage() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [state, onState] = useListState(FORM);
  const query = useFiles(state);
  const [doomed, setDoomed] = useState<readonly FileRow[]>([]);
  const [opened, setOpened] = useState<readonly FileRow[]>([]);
  const [wanted, setWanted] = useState<readonly FileRow[]>([]);
  const columns = useMemo(() => fileColumns(words), [words]);
  const lacks = (privilege: Parameters<typeof may>[1]) =>
    may(me, privilege) ? null : words.failure('privilege-missing', { privilege });
  const actions = (file: FileRow): readonly RowAction[] => [
    {
      id: 'download',
      label: words('artifacts.download'),
      icon: 'download',
      near: true,
      refused: lacks('files.download'),
      run: () => setWanted([file]),
    },
    {
      id: 'decrypt',
      label: words('decrypt.title'),
      icon: 'lock',
      near: true,
      refused: null,
      run: () => setOpened((query.data?.items ?? []).filter(({ historyId }) => historyId === file.historyId)),
    },
    {
      id: 'delete',
      label: words('artifacts.delete'),
      icon: 'trash',
      danger: true,
      refused: lacks('files.write'),
      run: () => setDoomed([file]),
    },
  ];
  return (
    <>
      <PageHead title={words('artifacts.title')} note={words('artifacts.note')} />
      <ListView
        name="artifacts"
        label={words('artifacts.title')}
        columns={columns}
        query={query}
        state={state}
        onState={onState}
        search={{ name: 'jobTitle', label: words('artifacts.search') }}
        rowId={({ name }) => name}
        rowLabel={({ name }) => name}
        actions={actions}
        none={<Empty icon="artifacts" text={words('artifacts.noneYet')} />}
        bulk={(rows) => (
          <>
            <Button
              size="compact-sm"
              disabled={rows.length > MOST || !may(me, 'files.download')}
              onClick={() => setWanted(rows)}
            >
              {words.count('artifacts.downloadVerb', rows.length)}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setOpened(rows)}>
              {words('decrypt.title')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={!may(me, 'files.write')}
              onClick={() => setDoomed(rows)}
            >
              {words.count('artifacts.deleteVerb', rows.length)}
            </Button>
            {rows.length > MOST && <span>{words('artifacts.limit')}</span>}
          </>
        )}
      />
      {wanted.length > 0 && (
        <DownloadList
          key={wanted.map(({ name }) => name).join()}
          files={wanted}
          onClose={() => setWanted([])}
        />
      )}
      {opened.length > 0 && <DecryptPanel files={opened} onClose={() => setOpened([])} />}
      {doomed.length > 0 && (
        <Confirm
          title={words.count('artifacts.deleteTitle', doomed.length)}
          text={words('artifacts.deleteText')}
          names={doomed.map(({ name }) => name)}
          verb={words.count('artifacts.deleteVerb', doomed.length)}
          onClose={() => setDoomed([])}
          onConfirm={async () => {
            await deleteFiles(doomed.map(({ name }) => name));
            notices.told(words('artifacts.deleted'));
          }}
        />
      )}
    </>
  );
}
