import { useState } from 'react';
import { useLocation } from 'wouter';
import { PageRefusal } from '../../../client/page-session.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { freePage } from '../../address/place.ts';
import { useNotices } from '../../parts/notices.tsx';
import { saveJob } from '../../service/save-job.ts';
import { useWords } from '../../words/use-words.tsx';
import { sentDestination } from './destination-form.ts';
import { formFaults } from './form-faults.ts';
import { fieldOf, jobOf, LABELS, type JobForm } from './job-form.ts';

/** What is wrong, in words, at the fields that it is of. */
export type Wrong = Readonly<Partial<Record<keyof JobForm, string>>>;

/** Saves what the editor holds, and goes to the list; what is wrong with it is told field by field, also what only the service knows. */
export function useSaving(id: number | null, form: JobForm, ownMedia: readonly string[]) {
  const words = useWords();
  const notices = useNotices();
  const [, go] = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  /** By the name that the field has here; of one that is empty, that it must not be. */
  const wordsAt = (own: keyof JobForm, code: string, data: PageRefusal['data']): Wrong => {
    const name = LABELS[own];
    const text = words.failure(code, { ...data, field: name ? words(name, { zone: form.zone }) : own });
    // Of a job that is there an empty secret is the one on file: why that does not serve, the service says.
    const missing = form[own] === '' && (own !== 'secret' || id === null);
    return { [own]: missing ? words('error.required') : (text ?? words('error.unknown')) };
  };
  const refuse = (code: string, { field, data }: Pick<PageRefusal, 'field' | 'data'>) => {
    const own = fieldOf(field);
    if (own !== null) setWrong(wordsAt(own, code, data));
  };
  const save = async () => {
    setError(null);
    setWrong({});
    const faults = formFaults(form, ownMedia, Date.now());
    if (faults.length > 0)
      return setWrong(
        Object.assign(
          {},
          ...faults.map(({ field, fault }) =>
            fault === 'no-media'
              ? { media: words('job.media.choose') }
              : wordsAt(field, fault.code, fault.data),
          ),
        ) as Wrong, // of parts that are such
      );
    setBusy(true);
    try {
      const destination = sentDestination(form);
      await saveJob(id, { ...jobOf(form), ...(destination ? { destination } : {}) });
      notices.told(words(id === null ? 'jobs.created' : 'jobs.saved'));
      freePage();
      go(PAGE_PATHS.jobs);
    } catch (refused) {
      if (refused instanceof PageRefusal) refuse(refused.failure, refused);
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  /** What was wrong with fields that have changed. */
  const forget = (change: Partial<JobForm>) =>
    setWrong((old) => Object.fromEntries(Object.entries(old).filter(([name]) => !(name in change))));
  return {
    save,
    forget,
    refuse: (refused: PageRefusal) => refuse(refused.failure, refused),
    busy,
    error,
    wrong,
  };
}
