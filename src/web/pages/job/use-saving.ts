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
import { fieldOf, filterPartOf, jobOf, LABELS, type FieldName, type JobForm } from './job-form.ts';

/** What is wrong, in words, at the fields that it is of. */
export type Wrong = Readonly<Partial<Record<FieldName, string>>>;

/** Saves what the editor holds, and goes to the list; what is wrong with it is told field by field, also what only the service knows. */
export function useSaving(id: number | null, form: JobForm, ownMedia: readonly string[]) {
  const words = useWords();
  const notices = useNotices();
  const [, go] = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState(false);
  const nameOf = (own: FieldName): string => {
    const filter = filterPartOf(own);
    if (filter) return words(`filters.${filter.part}`, { number: filter.index + 1 });
    const name = LABELS[own as keyof JobForm]; // it is no part of a filter
    return name ? words(name, { zone: form.zone }) : own;
  };
  /** By the name that the field has here; of one that is empty, that it must not be. */
  const wordsAt = (own: FieldName, code: string, data: PageRefusal['data']): Wrong => {
    const text = words.failure(code, { ...data, field: nameOf(own) });
    // Of a job that is there an empty secret is the one on file: why that does not serve, the service says.
    const missing = isEmpty(form, own) && (own !== 'secret' || id === null);
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
    setWrong((old) =>
      Object.fromEntries(Object.entries(old).filter(([name]) => !isChanged(name, form, change))),
    );
  return {
    save,
    forget,
    refuse: (refused: PageRefusal) => refuse(refused.failure, refused),
    busy,
    error,
    wrong,
  };
}

function isEmpty(form: JobForm, own: FieldName): boolean {
  const filter = filterPartOf(own);
  if (!filter) return form[own as keyof JobForm] === ''; // it is no part of a filter
  const row = form.filters[filter.index];
  if (filter.part === 'name') return row?.name.trim() === '';
  return row?.choice === 'in' ? row.values.length === 0 : row?.value === '';
}

/** Whether a change of the form is one of this field, or moves it to another row. */
function isChanged(name: string, form: JobForm, change: Partial<JobForm>): boolean {
  const filter = filterPartOf(name);
  if (!filter || !change.filters) return name in change;
  return change.filters[filter.index] !== form.filters[filter.index];
}
