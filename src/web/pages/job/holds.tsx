import { useEffect, useMemo, useState } from 'react';
import { datesOf } from '../../format/dates.ts';
import { EntityList } from '../../parts/entity-list.tsx';
import { useJobPreview, useMediaTypes, type Preview } from '../../service/answers.ts';
import { problemOf } from '../../service/problem.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import { formFault, jobOf, type JobForm, type SentJob } from './job-form.ts';
import styles from './job.module.css';

const TYPING_MS = 500;
const MINUTE_MS = 60_000;

/** What the job would hold if it ran now: records and bytes by entity type, and the number of files to expect. */
export function Holds({ form }: { readonly form: JobForm }) {
  const words = useWords();
  const { size } = useQuantities();
  const asked = useAsked(form);
  const { data, error } = useJobPreview(asked);
  return (
    <section>
      <h2 className={styles['small']}>{words('holds.title')}</h2>
      {!data && (
        <p className={styles['said']}>{error ? problemOf(error, words).text : words('holds.waiting')}</p>
      )}
      {data && (
        <>
          <p className={styles['total']}>
            {words.count(data.exact ? 'holds.records' : 'holds.recordsMost', data.records)} ·{' '}
            {size(data.bytes)}
          </p>
          {form.filters.length > 0 && <p className={styles['said']}>{words('holds.filtered')}</p>}
          <EntityList entities={data.entities} />
          <p className={styles['said']}>{words.count('holds.volumes', data.volumes)}</p>
          <Estimated estimate={data.estimate} />
        </>
      )}
    </section>
  );
}

/** How long the run would take, and what it would cost; what is not exact is said to be the most. */
function Estimated({ estimate }: { readonly estimate: Preview['estimate'] }) {
  const words = useWords();
  const { duration, dollars } = useQuantities();
  const { minutes, exact } = estimate;
  const price = dollars(estimate.dollars);
  const date = datesOf(words.language, 'UTC').day(Date.parse(estimate.pricesOf));
  return (
    <>
      <p className={styles['said']}>
        {minutes === null
          ? words('holds.timeUnknown')
          : words(exact ? 'holds.time' : 'holds.timeMost', { time: duration(minutes * MINUTE_MS) })}
      </p>
      <p className={styles['said']}>{words(exact ? 'holds.price' : 'holds.priceMost', { price, date })}</p>
    </>
  );
}

/** The settings that matter for it, a moment after the last change; null while they make no sense. */
function useAsked(form: JobForm): SentJob | null {
  const media = useMediaTypes();
  const names = useMemo(() => (media.data ?? []).map(({ name }) => name.toLowerCase()), [media.data]);
  const [asked, setAsked] = useState<SentJob | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      // What it is called and where it goes change nothing, and are asked for last.
      const named = { ...form, title: 'preview', description: '', delivers: false };
      setAsked(formFault(named, names, Date.now()) === null ? jobOf(named) : null);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [form, names]);
  return asked;
}
