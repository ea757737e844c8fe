import { BulkButton } from '../../parts/bulk-button.tsx';
import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { selectionFilter } from '../../address/selection-filter.ts';
import type { RunItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import { moves } from '../../service/moving.ts';
import type { Picked } from '../../table/use-picked.ts';
import { useWords } from '../../words/use-words.tsx';
import { runQuestion, type RunBulk } from './run-questions.ts';

interface BulkRunsProps {
  readonly picked: Picked<RunItem>;
  readonly filters: Readonly<Record<string, string>>;
  readonly onAsk: (question: BulkQuestion) => void;
}

/** What can be done with the chosen runs, and why not. Of many, those that cannot are told when it is done. */
export function BulkRuns({ picked: { rows, all, clear }, filters, onAsk }: BulkRunsProps) {
  const words = useWords();
  const me = useMe();
  const lacks = (privilege: 'jobs.write' | 'history.write') =>
    may(me, privilege) ? null : words.failure('privilege-missing', { privilege });
  const moving = rows.length > 0 && rows.every(moves);
  const filter = all ? selectionFilter(filters) : { ids: rows.map(({ id }) => id) };
  const ask = (bulk: RunBulk) => onAsk({ ...runQuestion(bulk, filter), onActed: clear });
  return (
    <>
      <BulkButton
        label={words('history.retry')}
        refused={lacks('jobs.write') ?? (moving ? words.failure('in-progress', {}) : null)}
        onClick={() => ask('retry')}
      />
      <BulkButton
        label={words('history.delete')}
        refused={lacks('history.write') ?? (moving ? words('history.deleteRunning') : null)}
        onClick={() => ask('delete')}
      />
    </>
  );
}
