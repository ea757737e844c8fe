import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { BulkButton } from '../../parts/bulk-button.tsx';
import type { BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { selectionFilter } from '../../address/selection-filter.ts';
import type { JobItem } from '../../service/lists.ts';
import { may, useMe } from '../../service/me.ts';
import type { Picked } from '../../table/use-picked.ts';
import { useWords } from '../../words/use-words.tsx';
import { jobQuestion, type JobBulk } from './job-questions.ts';
import { refusedOf } from './job-rules.ts';

interface BulkJobsProps {
  readonly picked: Picked<JobItem>;
  readonly filters: Readonly<Record<string, string>>;
  readonly onAsk: (question: BulkQuestion) => void;
}

/** What can be done with the chosen jobs, and why not. Of many, those that cannot are told when it is done. */
export function BulkJobs({ picked, filters, onAsk }: BulkJobsProps) {
  const words = useWords();
  const me = useMe();
  const [, go] = useLocation();
  const { rows, all, count, clear } = picked;
  const lacks = may(me, 'jobs.write')
    ? null
    : words.failure('privilege-missing', { privilege: 'jobs.write' });
  const [only] = count === 1 ? rows : [];
  const one = only ? null : words('jobs.oneOnly');
  const refusal = (bulk: JobBulk) => {
    const codes = rows.map((job) => refusedOf(job, bulk));
    const [code] = codes;
    return lacks ?? (code && codes.every(Boolean) ? words.failure(code, {}) : null);
  };
  const filter = all ? selectionFilter(filters) : { ids: rows.map(({ id }) => id) };
  const ask = (bulk: JobBulk) => onAsk({ ...jobQuestion(bulk, filter), onActed: clear });
  return (
    <>
      <BulkButton
        label={words('jobs.clone')}
        refused={lacks ?? one}
        onClick={() => go(`${PAGE_PATHS.newJob}?clone=${only?.id ?? 0}`)}
      />
      <BulkButton
        label={words('history.title')}
        refused={one}
        onClick={() => go(`${PAGE_PATHS.history}?jobId=${only?.id ?? 0}`)}
      />
      {(['suspend', 'resume', 'cancel', 'delete'] as const).map((bulk) => (
        <BulkButton
          key={bulk}
          label={words(`jobs.${bulk}`)}
          refused={refusal(bulk)}
          onClick={() => ask(bulk)}
        />
      ))}
    </>
  );
}
