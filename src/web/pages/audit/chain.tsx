import { CutName } from '../../parts/cut-name.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useAuditChain } from '../../service/audit.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './audit.module.css';

/** Where the log's chain ends, to be kept elsewhere, and how much of it retention has removed. */
export function Chain() {
  const words = useWords();
  const { number } = useQuantities();
  const { data, error, refetch } = useAuditChain();
  if (error) return <ProblemBox error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className={styles['chain']}>
      <h2>{words('audit.chain')}</h2>
      <p>{words('audit.chainNote')}</p>
      <dl className={styles['facts']}>
        <dt>{words('audit.links')}</dt>
        <dd>{number(data.head.id)}</dd>
        {data.anchor.id > 0 && (
          <>
            <dt>{words('audit.anchor')}</dt>
            <dd>{number(data.anchor.id)}</dd>
          </>
        )}
        <dt>{words('audit.head')}</dt>
        <dd>
          <CutName name={data.head.hash} most={34} />
        </dd>
      </dl>
    </section>
  );
}
