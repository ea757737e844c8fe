import { useState } from 'react';
import type { ListState } from '../../address/list-state.ts';
import { BulkButton } from '../../parts/bulk-button.tsx';
import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { selectionFilter } from '../../address/selection-filter.ts';
import { filesMatching, type FileRow } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import type { Picked } from '../../table/use-picked.ts';
import { useWords } from '../../words/use-words.tsx';
import { fileQuestion } from './file-question.ts';
import type { FileSet } from './file-sets.ts';

/** The API hands out so many links at once. */
const MOST = 100;

interface BulkFilesProps {
  readonly picked: Picked<FileSet>;
  readonly state: ListState;
  readonly onDownload: (files: readonly FileRow[]) => void;
  readonly onDecrypt: (files: readonly FileRow[]) => void;
  readonly onAsk: (question: BulkQuestion) => void;
}

/** What can be done with the chosen files, and why not. */
export function BulkFiles({ picked, state, onDownload, onDecrypt, onAsk }: BulkFilesProps) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [busy, setBusy] = useState(false);
  const { rows, all, count, clear } = picked;
  const files = rows.flatMap((set) => set.files);
  const lacks = (privilege: 'files.download' | 'files.write') =>
    may(me, privilege) ? null : words.failure('privilege-missing', { privilege });
  const many = count > MOST ? words('artifacts.limit') : null;
  /** Files that are chosen by filter are asked for: only a page of them is known. */
  const giveTo = async (taken: (found: readonly FileRow[]) => void) => {
    if (!all) return taken(files);
    if (busy) return;
    setBusy(true);
    try {
      taken(await filesMatching(state, MOST));
    } catch (error) {
      notices.failed(error);
    } finally {
      setBusy(false);
    }
  };
  const filter = all ? selectionFilter(state.filters) : { names: files.map(({ name }) => name) };
  return (
    <>
      <BulkButton
        main
        label={words.count('artifacts.downloadVerb', count)}
        refused={lacks('files.download') ?? many}
        onClick={() => void giveTo(onDownload)}
      />
      <BulkButton label={words('decrypt.title')} refused={many} onClick={() => void giveTo(onDecrypt)} />
      <BulkButton
        label={words('artifacts.delete')}
        refused={lacks('files.write')}
        onClick={() => onAsk({ ...fileQuestion(filter), onActed: clear })}
      />
    </>
  );
}
