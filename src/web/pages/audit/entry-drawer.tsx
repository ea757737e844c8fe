import type { ReactNode } from 'react';
import { CutName } from '../../parts/cut-name.tsx';
import { Moment } from '../../parts/moment.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import type { AuditEntry } from '../../service/audit.ts';
import { useWords } from '../../words/use-words.tsx';
import { actorText } from './actor-text.ts';
import { OutcomeCell } from './outcome-cell.tsx';
import styles from './audit.module.css';

interface EntryDrawerProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

/** Everything that the log says of one entry. */
export function EntryDrawer({ entry, onClose }: EntryDrawerProps) {
  const words = useWords();
  const { id, time, actor, action, objects, outcome, address, userAgent, requestId, previous, hash, end } =
    entry;
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [words('audit.time'), <Moment key="time" at={time} />],
    [words('audit.actor'), `${actorText(actor, words)} (${actor.type})`],
    [words('audit.client'), actor.client],
    [words('audit.session'), actor.session && <code>{actor.session}</code>],
    [words('audit.action'), <code key="action">{action}</code>],
    [words('audit.outcome'), <OutcomeCell key="outcome" outcome={outcome} />],
    [words('audit.ended'), end && <Moment at={end.time} />],
    [words('audit.address'), address],
    [words('audit.userAgent'), userAgent],
    [words('problem.requestId'), <CutName key="request" name={requestId} most={30} />],
    [words('audit.previous'), <CutName key="previous" name={previous} most={30} />],
    [words('audit.hash'), <CutName key="hash" name={hash} most={30} />],
  ];
  return (
    <SidePanel title={words('audit.entry', { id })} width={520} onClose={onClose}>
      <dl className={styles['facts']}>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {objects.length > 0 && (
        <>
          <h2 className={styles['objects']}>{words('audit.objects')}</h2>
          <ul className={styles['list']} tabIndex={0}>
            {objects.map((object, index) => (
              <li key={`${index} ${object}`}>{object}</li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  );
}
