import { Link } from 'wouter';
import { useMemo } from 'react';
import { datesOf } from '../../format/dates.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { useCertificates } from '../../service/certificate.ts';
import { Holds } from './holds.tsx';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { useDates } from '../../words/use-dates.ts';
import { useWords } from '../../words/use-words.tsx';
import type { JobForm } from './job-form.ts';
import { startsOf } from './next-starts.ts';
import styles from './job.module.css';

/** Beside the editor: the next starts, and the certificates that will seal the files. */
export function Foresight({ form, locked }: { readonly form: JobForm; readonly locked: boolean }) {
  const words = useWords();
  const { data: onFile = [], isPending } = useCertificates();
  return (
    <aside className={styles['foresight']} aria-label={words('foresight.label')}>
      {!locked && <Starts form={form} />}
      {!locked && <Holds form={form} />}
      <section>
        <h2 className={styles['small']}>{words('foresight.certificate')}</h2>
        {onFile.map((one) => (
          <CertificateLine key={one.fingerprint} certificate={one} />
        ))}
        {onFile.length === 0 && !isPending && (
          <p className={styles['missing']}>
            {words('certificate.none')}{' '}
            <Link href={PAGE_PATHS.preferences}>{words('certificate.upload')}</Link>
          </p>
        )}
      </section>
    </aside>
  );
}

function Starts({ form }: { readonly form: JobForm }) {
  const words = useWords();
  const dates = useDates();
  const theirs = useMemo(() => datesOf(words.language, form.zone), [words, form.zone]);
  const starts = useMemo(() => startsOf(form, Date.now()), [form]);
  return (
    <section aria-live="polite">
      <h2 className={styles['small']}>{words('foresight.starts')}</h2>
      {form.run === 'now' && <p className={styles['said']}>{words('foresight.now')}</p>}
      {form.run !== 'now' && starts.length === 0 && (
        <p className={styles['said']}>{words('foresight.none')}</p>
      )}
      <ol className={styles['starts']}>
        {starts.map((at) => (
          <li key={at}>
            <span>
              {theirs.full(at)} {form.zone}
            </span>
            {dates.zone !== form.zone && (
              <span className={styles['own']}>
                {dates.full(at)} {dates.zone}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
