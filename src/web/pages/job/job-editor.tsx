import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { PageRefusal } from '../../../client/page-session.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { freePage } from '../../address/place.ts';
import { LeaveQuestion } from '../../parts/leave-question.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useMediaTypes } from '../../service/answers.ts';
import { saveJob } from '../../service/save-job.ts';
import { useWords } from '../../words/use-words.tsx';
import { formFault, fieldOf, jobOf, type JobForm } from './job-form.ts';
import { Basics } from './basics.tsx';
import { Contents } from './contents.tsx';
import { Foresight } from './foresight.tsx';
import { Timing } from './timing.tsx';
import styles from './job.module.css';

interface JobEditorProps {
  /** Null for a new job. */
  readonly id: number | null;
  readonly first: JobForm;
  /** True where nothing can be changed any more. */
  readonly locked?: boolean;
}

/** What every part of the editor gets. */
export interface PartProps {
  readonly form: JobForm;
  readonly set: (change: Partial<JobForm>) => void;
  /** What is wrong at a field, in words. */
  readonly wrong: Readonly<Partial<Record<keyof JobForm, string>>>;
  readonly locked: boolean;
}

/** The job's settings, and beside them what they will lead to. */
export function JobEditor({ id, first, locked = false }: JobEditorProps) {
  const words = useWords();
  const notices = useNotices();
  const [, go] = useLocation();
  const [form, setForm] = useState(first);
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState<PartProps['wrong']>({});
  const [busy, setBusy] = useState(false);
  const media = useMediaTypes();
  const body = useRef<HTMLFormElement>(null);
  const changed = useMemo(() => JSON.stringify(form) !== JSON.stringify(first), [form, first]);
  const set = (change: Partial<JobForm>) => {
    setForm((old) => ({ ...old, ...change }));
    setWrong((old) => Object.fromEntries(Object.entries(old).filter(([name]) => !(name in change))));
  };
  useEffect(() => {
    if (Object.keys(wrong).length > 0)
      body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    const fault = formFault(
      form,
      (media.data ?? []).map(({ name }) => name.toLowerCase()),
      Date.now(),
    );
    if (fault !== null) {
      const [field, text] =
        fault === 'no-media'
          ? (['media', words('job.media.choose')] as const)
          : ([
              fieldOf(fault.field),
              words.failure(fault.code, { ...fault.data, field: fault.field }),
            ] as const);
      setWrong(field === null ? {} : { [field]: text ?? words('error.unknown') });
      return;
    }
    setBusy(true);
    try {
      await saveJob(id, jobOf(form));
      notices.told(words(id === null ? 'jobs.created' : 'jobs.saved'));
      freePage();
      go(PAGE_PATHS.jobs);
    } catch (refused) {
      const field = refused instanceof PageRefusal ? fieldOf(refused.field) : null;
      if (field !== null && refused instanceof PageRefusal) {
        const text = words.failure(refused.failure, { ...refused.data, field: refused.field });
        setWrong({ [field]: text ?? words('error.unknown') });
      }
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const parts: PartProps = { form, set, wrong, locked };
  return (
    <form ref={body} className={styles['editor']} onSubmit={(event) => void save(event)} noValidate>
      <div className={styles['fields']}>
        {!locked && <p className={styles['note']}>{words('job.requiredNote')}</p>}
        {Object.keys(wrong).length > 0 && (
          <p className={styles['sum']} role="alert">
            {words.count('job.faults', Object.keys(wrong).length)}
          </p>
        )}
        <Basics {...parts} />
        <Contents {...parts} media={media.data ?? []} />
        <Timing {...parts} />
        {error !== null && <ProblemBox error={error} />}
      </div>
      <Foresight form={form} locked={locked} />
      <LeaveQuestion
        held={changed && !locked}
        title={words('leave.title')}
        text={words('leave.text')}
        verb={words('leave.go')}
      />
      {!locked && (
        <div className={styles['bar']}>
          <Button type="submit" loading={busy}>
            {words('job.save')}
          </Button>
          <Button variant="default" onClick={() => go(PAGE_PATHS.jobs)}>
            {words('dialog.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
