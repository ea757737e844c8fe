import { Link } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { Icon } from '../../parts/icon.tsx';
import { useHasRecords } from '../../service/answers.ts';
import { useCertificates } from '../../service/certificate.ts';
import type { RunItem } from '../../service/lists.ts';
import { kept } from '../../service/kept.ts';
import { may, useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './home.module.css';

/** What to do first, each with its page, ticked by itself; gone when all is done. */
export function Checklist({ runs }: { readonly runs: readonly RunItem[] }) {
  const words = useWords();
  const me = useMe();
  const certificates = useCertificates();
  const records = useHasRecords();
  const exported = runs.some(({ status }) => status === 'Finished');
  const steps = [
    {
      word: 'checklist.certificate',
      path: PAGE_PATHS.preferences,
      done: (certificates.data ?? []).length > 0,
    },
    { word: 'checklist.records', path: PAGE_PATHS.import, done: records.data === true || exported },
    { word: 'checklist.export', path: PAGE_PATHS.newJob, done: exported },
    { word: 'checklist.open', path: PAGE_PATHS.artifacts, done: kept('opened') !== null },
  ] as const;
  const open = steps.filter(({ done }) => !done);
  if (certificates.isPending || records.isPending || open.length === 0 || !may(me, 'jobs.write')) return null;
  return (
    <section className={styles['checklist']} aria-label={words('checklist.title')}>
      <h2 className={styles['title']}>{words('checklist.title')}</h2>
      <ol>
        {steps.map(({ word, path, done }, index) => (
          <li key={word} data-done={done || undefined}>
            <span className={styles['tick']}>{done ? <Icon name="check" size={14} /> : index + 1}</span>
            {done ? (
              <span>
                {words(word)} <span className={styles['unseen']}>{words('checklist.done')}</span>
              </span>
            ) : (
              <Link href={path}>{words(word)}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
