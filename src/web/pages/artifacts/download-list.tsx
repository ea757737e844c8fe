import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CutName } from '../../parts/cut-name.tsx';
import { Dialog, DialogButtons } from '../../parts/dialog.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Size } from '../../parts/size.tsx';
import { askLinks } from '../../service/links.ts';
import type { FileRow } from '../../service/lists.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './artifacts.module.css';

/** Browsers drop downloads that begin at the same moment. */
const APART_MS = 600;

/** Hands the files to the browser one after the other, without a window for each, and shows which it has. */
export function DownloadList({
  files,
  onClose,
}: {
  readonly files: readonly FileRow[];
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [given, setGiven] = useState(0);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const gone = new AbortController();
    void give(files, gone.signal, setGiven).catch((refused: unknown) => {
      if (!gone.signal.aborted) setError(refused);
    });
    return () => gone.abort();
  }, [files]);
  return (
    <Dialog title={words.count('artifacts.downloadVerb', files.length)} onClose={onClose}>
      {error !== null && <ProblemBox error={error} />}
      <ul className={styles['downloads']} aria-live="polite">
        {files.map((file, index) => (
          <li key={file.name} data-given={index < given || undefined}>
            <Icon name={index < given ? 'check' : 'download'} size={16} />
            <CutName name={file.name} most={28} />
            <Size bytes={file.size} />
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{words('artifacts.downloadNote')}</p>
      <DialogButtons>
        <Button onClick={onClose}>{words('dialog.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}

async function give(
  files: readonly FileRow[],
  signal: AbortSignal,
  onGiven: (count: number) => void,
): Promise<void> {
  const links = await askLinks(
    files.map(({ name }) => name),
    signal,
  );
  for (const [index, link] of links.entries()) {
    signal.throwIfAborted();
    const anchor = document.createElement('a');
    anchor.href = link;
    anchor.download = files[index]?.name ?? '';
    anchor.click();
    onGiven(index + 1);
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
}
