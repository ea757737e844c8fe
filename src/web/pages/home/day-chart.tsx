import { useDates } from '../../words/use-dates.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import type { DayTotal } from './glance.ts';
import styles from './home.module.css';

const [WIDTH, HEIGHT, GAP] = [560, 96, 6];

/** Exported records by day as bars, with what they come to; for readers a table with records and bytes. */
export function DayChart({ days }: { readonly days: readonly DayTotal[] }) {
  const words = useWords();
  const dates = useDates();
  const { number, size } = useQuantities();
  const most = Math.max(1, ...days.map(({ records }) => records));
  const total = (of: 'records' | 'bytes') => days.reduce((sum, day) => sum + day[of], 0);
  const step = WIDTH / days.length;
  return (
    <figure className={styles['chart']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        {days.map(({ at, records, bytes }, index) => {
          const height = records === 0 ? 2 : Math.max(4, (records / most) * HEIGHT);
          return (
            <rect
              key={at}
              x={index * step + GAP / 2}
              y={HEIGHT - height}
              width={step - GAP}
              height={height}
              rx="2"
              data-none={records === 0 || undefined}
            >
              <title>{`${dates.day(at)}: ${number(records)}, ${size(bytes)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className={styles['axis']} aria-hidden="true">
        <span>{dates.day(days[0]?.at ?? 0)}</span>
        <span>{words.count('home.chartTotal', total('records'), { size: size(total('bytes')) })}</span>
        <span>{words('home.today')}</span>
      </figcaption>
      <div className={styles['unseen']}>
        <table>
          <caption>{words('home.chart')}</caption>
          <tbody>
            {days.map(({ at, records, bytes }) => (
              <tr key={at}>
                <th scope="row">{dates.day(at)}</th>
                <td>{number(records)}</td>
                <td>{size(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
