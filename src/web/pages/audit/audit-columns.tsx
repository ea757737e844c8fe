import { Moment } from '../../parts/moment.tsx';
import type { AuditEntry } from '../../service/audit.ts';
import type { Column } from '../../table/column.ts';
import type { Words } from '../../words/words.ts';
import { actorText } from './actor-text.ts';
import { OutcomeCell } from './outcome-cell.tsx';
import styles from './audit.module.css';

/** Objects that a row names; the details have all. */
const NAMED = 2;

/** The columns of the log. */
export const auditColumns = (words: Words): readonly Column<AuditEntry>[] => [
  { id: 'time', word: 'audit.time', width: 176, order: 'id', cell: ({ time }) => <Moment at={time} /> },
  {
    id: 'actor',
    word: 'audit.actor',
    width: 150,
    cell: ({ actor }) => <span title={actorText(actor, words)}>{actorText(actor, words)}</span>,
  },
  {
    id: 'action',
    word: 'audit.action',
    width: 200,
    lead: true,
    cell: ({ action, count }) => (
      <span title={action}>
        <span className={styles['action']}>{words.named(`action.${action}`, action)}</span>
        {count > 1 && <span className={styles['times']}>{words.count('audit.times', count)}</span>}
      </span>
    ),
  },
  {
    id: 'objects',
    word: 'audit.objects',
    width: 190,
    cell: ({ objects }) => (
      <code title={objects.join(', ')}>
        {objects.slice(0, NAMED).join(', ') || '–'}
        {objects.length > NAMED && ` +${objects.length - NAMED}`}
      </code>
    ),
  },
  {
    id: 'outcome',
    word: 'audit.outcome',
    width: 190,
    cell: ({ outcome }) => <OutcomeCell outcome={outcome} />,
  },
  { id: 'address', word: 'audit.address', width: 130, minor: 'wide', cell: ({ address }) => address || '–' },
];
