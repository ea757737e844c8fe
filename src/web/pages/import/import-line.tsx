import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { KINDS, type Kind } from '../../../model/records.ts';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Size } from '../../parts/size.tsx';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import type { Words } from '../../words/words.ts';
import type { Sent } from './send-file.ts';
import styles from './import.module.css';

/** A file on its way in. */
export interface Importing {
  readonly id: string;
  readonly file: File;
  readonly kind: Kind | null;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed';
  readonly sent: Sent | null;
  readonly error: unknown;
}

interface ImportLineProps {
  readonly importing: Importing;
  readonly onKind: (kind: Kind) => void;
  readonly onStart: () => void;
  readonly onDrop: () => void;
}

type Refused = Sent['report']['errors'][number];

const COUNTS = ['received', 'inserted', 'updated', 'unchanged', 'rejected', 'waiting'] as const;

/** One file: what it holds, how far it is, what came of it. */
export function ImportLine({ importing, onKind, onStart, onDrop }: ImportLineProps) {
  const words = useWords();
  const { file, kind, state, sent, error } = importing;
  const line = useRef<HTMLElement>(null);
  // The button goes while the file is sent; who pressed it stays with the file.
  const start = () => {
    line.current?.focus();
    onStart();
  };
  return (
    <section ref={line} className={styles['line']} aria-label={file.name} tabIndex={-1}>
      <div className={styles['top']}>
        <strong className={styles['name']}>{file.name}</strong>
        <span className={styles['size']}>
          <Size bytes={file.size} />
        </span>
        <CloseButton
          size="sm"
          aria-label={words('import.drop.remove', { name: file.name })}
          disabled={state === 'sending'}
          onClick={onDrop}
        />
      </div>
      {(state === 'waiting' || state === 'failed') && (
        <div className={styles['ask']}>
          <NativeSelect
            aria-label={words('import.kind')}
            value={kind ?? ''}
            data={[
              { value: '', label: words('import.kind') },
              ...KINDS.map((value) => ({ value, label: words(`kind.${value}`) })),
            ]}
            onChange={({ currentTarget }) => {
              const chosen = KINDS.find((one) => one === currentTarget.value);
              if (chosen) onKind(chosen);
            }}
          />
          <Button onClick={start} disabled={kind === null}>
            {words('import.start')}
          </Button>
        </div>
      )}
      {state === 'sending' && (
        <progress
          className={styles['bar']}
          max={file.size}
          value={sent?.read ?? 0}
          aria-label={words('import.progress', { name: file.name })}
        />
      )}
      {error !== null && <ProblemBox error={error} />}
      {sent && <Report sent={sent} done={state === 'done'} />}
    </section>
  );
}

/** In the reader's language; as the service says it where the words need more than the field. */
function reasonOf({ code, field = '', message }: Refused, words: Words): string {
  const said = words.failure(code, { field });
  return said === null || /\{\w+\}/.test(said) ? message : said;
}

function Report({ sent: { report }, done }: { readonly sent: Sent; readonly done: boolean }) {
  const words = useWords();
  const { number } = useQuantities();
  return (
    <div role={done ? 'status' : undefined}>
      <dl className={styles['counts']}>
        {COUNTS.map((name) => (
          <div key={name} data-bad={(name === 'rejected' && report.rejected > 0) || undefined}>
            <dt>{words(`import.count.${name}`)}</dt>
            <dd>{number(report[name])}</dd>
          </div>
        ))}
      </dl>
      {report.errors.length > 0 && (
        <ol className={styles['errors']}>
          {report.errors.slice(0, 100).map((refused) => (
            <li key={refused.line}>
              {words('import.line', { line: number(refused.line) })}: {reasonOf(refused, words)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
