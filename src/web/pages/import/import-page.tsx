import { useEffect, useRef, useState } from 'react';
import { DropField } from '../../parts/drop-field.tsx';
import { LeaveQuestion } from '../../parts/leave-question.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { Kind } from '../../../model/records.ts';
import { QUERIES } from '../../service/session.ts';
import { useWords } from '../../words/use-words.tsx';
import { ImportLine, type Importing } from './import-line.tsx';
import { kindOfName } from './line-cuts.ts';
import { sendFile } from './send-file.ts';
import styles from './import.module.css';

/** Brings records in: files are dropped, cut at line ends and sent; what was refused is told by line. */
export function ImportPage() {
  const words = useWords();
  const [files, setFiles] = useState<readonly Importing[]>([]);
  const gone = useRef(new AbortController());
  useEffect(() => {
    gone.current = new AbortController();
    return () => gone.current.abort();
  }, []);
  const change = (id: string, next: Partial<Importing>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  const start = async (one: Importing, kind: Kind) => {
    change(one.id, { kind, state: 'sending', error: null });
    try {
      const sent = await sendFile(one.file, kind, {
        signal: gone.current.signal,
        onSent: (now) => change(one.id, { sent: now }),
      });
      change(one.id, { sent, state: 'done' });
      await QUERIES.invalidateQueries({ queryKey: ['media'] });
    } catch (error) {
      if (!gone.current.signal.aborted) change(one.id, { state: 'failed', error });
    }
  };
  const add = (dropped: readonly File[]) =>
    setFiles((all) => [
      ...all,
      ...dropped.map((file) => ({
        id: crypto.randomUUID(),
        file,
        kind: kindOfName(file.name),
        state: 'waiting' as const,
        sent: null,
        error: null,
      })),
    ]);
  return (
    <>
      <PageHead title={words('menu.import')} note={words('import.note')} />
      <div className={styles['page']}>
        <DropField
          label={words('import.drop')}
          help={words('import.forms')}
          button={words('import.choose')}
          accept=".jsonl,.ndjson,.json,.gz"
          multiple
          onFiles={add}
        />
        {files.map((one) => (
          <ImportLine
            key={one.id}
            importing={one}
            onKind={(kind) => change(one.id, { kind })}
            onStart={() => one.kind && void start(one, one.kind)}
            onDrop={() => setFiles((all) => all.filter(({ id }) => id !== one.id))}
          />
        ))}
        <LeaveQuestion
          held={files.some(({ state }) => state === 'sending')}
          title={words('import.leaveTitle')}
          text={words('import.leaveText')}
          verb={words('leave.go')}
        />
        <p className={styles['docs']}>
          <a href="/udm/docs/records.md">{words('import.records')}</a>
        </p>
      </div>
    </>
  );
}
