import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { LeaveQuestion } from '../../parts/leave-question.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useMediaTypes } from '../../service/answers.ts';
import { useWords } from '../../words/use-words.tsx';
import type { JobForm } from './job-form.ts';
import { Basics } from './basics.tsx';
import { Contents } from './contents.tsx';
import { DestinationFields } from './destination-part.tsx';
import { Filters } from './filters/filter-part.tsx';
import { Foresight } from './foresight.tsx';
import { Timing } from './timing.tsx';
import { useSaving, type Wrong } from './use-saving.ts';
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
  readonly wrong: Wrong;
  readonly locked: boolean;
}

/** The job's settings, and beside them what they will lead to. */
export function JobEditor({ id, first, locked = false }: JobEditorProps) {
  const words = useWords();
  const [, go] = useLocation();
  const [form, setForm] = useState(first);
  const media = useMediaTypes();
  const own = (media.data ?? []).map(({ name }) => name.toLowerCase());
  const { save, forget, refuse, busy, error, wrong } = useSaving(id, form, own);
  const body = useRef<HTMLFormElement>(null);
  const changed = useMemo(() => JSON.stringify(form) !== JSON.stringify(first), [form, first]);
  const set = (change: Partial<JobForm>) => {
    setForm((old) => ({ ...old, ...change }));
    forget(change);
  };
  useEffect(() => {
    if (Object.keys(wrong).length > 0)
      body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const parts: PartProps = { form, set, wrong, locked };
  return (
    <form ref={body} className={styles['editor']} onSubmit={submit} noValidate>
      <div className={styles['fields']}>
        {!locked && <p className={styles['note']}>{words('job.requiredNote')}</p>}
        {Object.keys(wrong).length > 0 && (
          <p className={styles['sum']} role="alert">
            {words.count('job.faults', Object.keys(wrong).length)}
          </p>
        )}
        <Basics {...parts} />
        <Contents {...parts} media={media.data ?? []} />
        <Filters {...parts} />
        <Timing {...parts} />
        <DestinationFields {...parts} id={id} had={first.delivers} refuse={refuse} />
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
          <BusyButton type="submit" busy={busy}>
            {words('job.save')}
          </BusyButton>
          <Button variant="default" onClick={() => go(PAGE_PATHS.jobs)}>
            {words('dialog.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
