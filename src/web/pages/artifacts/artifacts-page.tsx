import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { parseListState } from '../../address/list-state.ts';
import { useListState } from '../../address/use-list-state.ts';
import { BulkDialog, type BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { filesAhead, useFiles, type FileRow } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import type { RowAction } from '../../table/column.ts';
import { ListView } from '../../table/list-view.tsx';
import { useWords } from '../../words/use-words.tsx';
import { BulkFiles } from './bulk-files.tsx';
import { DecryptPanel } from './decrypt-panel.tsx';
import { DownloadList } from './download-list.tsx';
import { fileColumns } from './file-columns.tsx';
import { fileQuestion } from './file-question.ts';
import { alone, fileSets, type FileSet } from './file-sets.ts';

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

/** Asks for what the address shows. */
export const beginArtifacts = () => filesAhead(parseListState(location.search, FORM));

/** The files that can be downloaded: the guide's Artifacts page. Volumes of a set are one row. */
export function ArtifactsPage() {
  const words = useWords();
  const [, go] = useLocation();
  const [state, onState] = useListState(FORM);
  const { data, error, isPlaceholderData, refetch } = useFiles(state);
  const sets = useMemo(() => data && fileSets(data), [data]);
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const [opened, setOpened] = useState<readonly FileRow[]>([]);
  const [wanted, setWanted] = useState<readonly FileRow[]>([]);
  const columns = useMemo(() => fileColumns(words), [words]);
  const actions = useFileActions({ onDownload: setWanted, onDecrypt: setOpened, onAsk: setQuestion });
  return (
    <>
      <PageHead title={words('artifacts.title')} note={words('artifacts.note')} />
      <ListView
        name="artifacts"
        label={words('artifacts.title')}
        columns={columns}
        query={{ data: sets, error, isPlaceholderData, refetch }}
        state={state}
        onState={onState}
        search={{ name: 'jobTitle', label: words('artifacts.search') }}
        rowId={({ id }) => id}
        rowLabel={({ lead }) => lead.name}
        actions={actions}
        members={({ files }) => (files.length > 1 ? files.map(alone) : [])}
        weigh={({ files }) => files.length}
        none={
          <Empty
            icon="artifacts"
            text={words('artifacts.noneYet')}
            action={
              <Button variant="default" onClick={() => go(PAGE_PATHS.history)}>
                {words('artifacts.toRuns')}
              </Button>
            }
          />
        }
        bulk={(picked) => (
          <BulkFiles
            picked={picked}
            state={state}
            onDownload={setWanted}
            onDecrypt={setOpened}
            onAsk={setQuestion}
          />
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
      {question && <BulkDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

interface FileActing {
  readonly onDownload: (files: readonly FileRow[]) => void;
  readonly onDecrypt: (files: readonly FileRow[]) => void;
  readonly onAsk: (question: BulkQuestion) => void;
}

/** What can be done with a file, or with all volumes of a set. */
function useFileActions({ onDownload, onDecrypt, onAsk }: FileActing) {
  const words = useWords();
  const me = useMe();
  const lacks = (privilege: Parameters<typeof may>[1]) =>
    may(me, privilege) ? null : words.failure('privilege-missing', { privilege });
  return ({ files }: FileSet): readonly RowAction[] => [
    {
      id: 'download',
      label: words('artifacts.download'),
      icon: 'download',
      near: true,
      refused: lacks('files.download'),
      run: () => onDownload(files),
    },
    {
      id: 'decrypt',
      label: words('decrypt.title'),
      icon: 'lock',
      near: true,
      refused: null,
      run: () => onDecrypt(files),
    },
    {
      id: 'delete',
      label: words('artifacts.delete'),
      icon: 'trash',
      refused: lacks('files.write'),
      run: () => onAsk(fileQuestion({ names: files.map(({ name }) => name) })),
    },
  ];
}
