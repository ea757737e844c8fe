import { Moment } from '../../parts/moment.tsx';
import type { RunDetails } from '../../service/answers.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import { timelineOf } from './timeline-of.ts';
import styles from './run.module.css';

/** What happened to a run, in its order. */
export function Timeline({ events }: Pick<RunDetails, 'events'>) {
  const words = useWords();
  const { number } = useQuantities();
  return (
    <ol className={styles['timeline']}>
      {timelineOf(events).map(({ at, what, message, ...data }, index) => {
        const holes = Object.fromEntries(
          Object.entries(data).map(([name, value]) => [
            name,
            typeof value === 'number' ? number(value) : name === 'reason' ? words.reason(value) : value,
          ]),
        );
        return (
          <li key={`${index} ${at}`} data-what={what}>
            <span>
              {what === 'finished' && holes['volumes'] === '1'
                ? words('run.finishedOne')
                : words
                    .named(`event.${what}`, message)
                    .replaceAll(/\{(\w+)\}/g, (hole, name: string) => holes[name] ?? hole)}
            </span>
            <Moment at={at} />
          </li>
        );
      })}
    </ol>
  );
}
