import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { SelectableList } from '../../model/selection.ts';
import type { SelectionFilter } from '../address/selection-filter.ts';
import { countedRows, type BulkAct, type BulkOutcome, type CountedRows } from '../service/bulk.ts';
import { useQuantities } from '../words/use-quantities.ts';
import { useWords } from '../words/use-words.tsx';
import type { CountKey, WordKey } from '../words/words.ts';
import { BusyButton } from './busy-button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import { LongText } from './long-text.tsx';
import { useNotices } from './notices.tsx';
import { ProblemBox } from './problem-box.tsx';
import styles from './confirm.module.css';

/** Characters of a name that two lines of a dialog hold. */
const NAME_MOST = 64;

/** What is asked before many rows are changed at once. */
export interface BulkQuestion {
  readonly list: SelectableList;
  readonly filter: SelectionFilter;
  readonly title: CountKey;
  /** What cannot be undone, where something cannot. */
  readonly text?: WordKey;
  /** The verb and the number: `Delete 3 files`. */
  readonly verb: CountKey;
  /** What is told when it is done. */
  readonly done: CountKey;
  readonly danger?: boolean;
  readonly act: BulkAct;
  /** Told once something was done. */
  readonly onActed?: () => void;
}

interface BulkDialogProps {
  readonly question: BulkQuestion;
  readonly onClose: () => void;
}

/**
 * Asks before something is done to rows. The service counts them first and names them by a token; it acts on these alone, whatever has
 * changed meanwhile. What it refused is told row by row.
 */
export function BulkDialog({ question, onClose }: BulkDialogProps) {
  const words = useWords();
  const { list, filter, title, text, verb, done, danger = false, act, onActed } = question;
  const notices = useNotices();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const { data: selection, error: uncounted } = useQuery({
    queryKey: ['selection', id],
    queryFn: () => countedRows(list, filter),
    // It stays what was counted: another one would be other rows.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const go = async (chosen: CountedRows) => {
    setBusy(true);
    setError(null);
    try {
      const result = await act(chosen);
      onActed?.();
      if (result.refused.length > 0) return setOutcome(result);
      notices.told(words.count(done, result.done));
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={selection ? words.count(title, selection.count) : words('bulk.counting')}
      onClose={onClose}
    >
      {outcome ? (
        <Outcome outcome={outcome} done={words.count(done, outcome.done)} selection={selection} />
      ) : (
        selection && <Rows selection={selection} {...(text ? { text: words(text) } : {})} />
      )}
      {uncounted && <ProblemBox error={uncounted} />}
      {error !== null && <ProblemBox error={error} />}
      <DialogButtons>
        {/* What acted goes with the question; who had it goes on here. */}
        <Button
          key={outcome ? 'close' : 'cancel'}
          variant="default"
          onClick={onClose}
          autoFocus={outcome !== null}
        >
          {words(outcome || uncounted ? 'dialog.close' : 'dialog.cancel')}
        </Button>
        {!outcome && selection && selection.count > 0 && (
          <BusyButton {...(danger ? { color: 'red' } : {})} busy={busy} onClick={() => void go(selection)}>
            {words.count(verb, selection.count)}
          </BusyButton>
        )}
      </DialogButtons>
    </Dialog>
  );
}

/** What it would hit: the first ten rows by name, and how many more. */
function Rows({ selection, text }: { readonly selection: CountedRows; readonly text?: string }) {
  const words = useWords();
  const { number } = useQuantities();
  const { first, count } = selection;
  if (count === 0) return <p className={styles['text']}>{words('bulk.none')}</p>;
  return (
    <>
      {text && <p className={styles['text']}>{text}</p>}
      <ul className={styles['names']} tabIndex={0}>
        {first.map(({ id, name, title }) => (
          <li key={name ?? id}>
            <LongText text={name ?? `${id}\u00a0·\u00a0${title}`} most={NAME_MOST} />
          </li>
        ))}
      </ul>
      {count > first.length && (
        <p className={styles['text']}>{words('confirm.more', { count: number(count - first.length) })}</p>
      )}
    </>
  );
}

/** A row as the question named it; by its id where it was not among the first. */
function nameOf(selection: CountedRows | undefined, row: string): string {
  const title = selection?.first.find(({ id }) => String(id) === row)?.title;
  return title === undefined ? row : `${row}\u00a0·\u00a0${title}`;
}

/** What was done, and what was refused with its reason. */
function Outcome({
  outcome,
  done,
  selection,
}: {
  readonly outcome: BulkOutcome;
  readonly done: string;
  readonly selection: CountedRows | undefined;
}) {
  const words = useWords();
  return (
    <div role="status">
      {outcome.done > 0 && <p className={styles['text']}>{done}</p>}
      <p className={styles['text']}>{words.count('bulk.refused', outcome.refused.length)}</p>
      <ul className={styles['names']} tabIndex={0}>
        {outcome.refused.map(({ id, code, message }) => (
          <li key={id}>
            <LongText text={nameOf(selection, id)} most={NAME_MOST} />:{' '}
            {words.failure(code, { id, name: id }) ?? message}
          </li>
        ))}
      </ul>
    </div>
  );
}
