import { DAY_MS, type Instant } from './instant.ts';
import type { Status } from './status.ts';

/** What the operator is told of. */
export const ALERT_NAMES = [
  'run-failed',
  'start-late',
  'dead-letters',
  'd1-large',
  'certificate-ending',
  'sweep-behind',
] as const;
export type AlertName = (typeof ALERT_NAMES)[number];

/** Something that is wrong, and with what: "" the deployment, a contact center, or a job as `<ccid>/<id>`. */
export interface Alert {
  readonly name: AlertName;
  readonly subject: string;
}

/** Alerts of one name at most: who has so many needs no more of them. */
export const MAX_OF_A_NAME = 100;
/** A failure that nobody repeats is told of for so long. */
export const FAILED_MS = DAY_MS;
/** A start that is due is made with the next minute or two. */
export const START_LATE_MS = 5 * 60_000;
/** What was delivered in vain is told of for so long after the last. */
export const DEAD_LETTER_MS = 3_600_000;
/** Bytes that a D1 database holds at most; the share at which it is told of, and at which that is over. */
export const D1_BYTES = 10 * 1024 ** 3;
const D1_LARGE = 0.7;
const D1_LARGE_NO_MORE = 0.65;
/** How long before its end a contact center's last certificate is told of, and for how long after it. */
export const CERTIFICATE_MS = 14 * DAY_MS;
export const CERTIFICATE_GONE_MS = 30 * DAY_MS;
/** The sweep comes every hour. */
export const SWEEP_MS = 3 * 3_600_000;
/** A file that expired so long ago should be gone. */
export const EXPIRED_MS = DAY_MS;

/** A job's latest run. */
export interface LatestRun {
  readonly ccid: string;
  readonly id: number;
  readonly status: Status;
  readonly startedAt: Instant;
}

/** What is looked after, as D1 shows it. */
export interface Watched {
  /** The alerts that stand. */
  readonly alerts: readonly Alert[];
  /** Jobs whose latest run failed, those of standing alerts left out. */
  readonly failed: readonly LatestRun[];
  /** The jobs of standing alerts, those that there still are. */
  readonly alerted: readonly LatestRun[];
  /** The start that has been due for longest. */
  readonly due: Instant | null;
  readonly deadLetterAt: Instant | null;
  readonly size: number;
  /** Contact centers whose last certificate ends soon, or ended a short while ago. */
  readonly ending: readonly string[];
  /** The last sweep; null where nothing is known of one. */
  readonly sweptAt: Instant | null;
  readonly sweepsHeld: boolean;
  /** When the file expired that should have gone first. */
  readonly expiredAt: Instant | null;
}

/** What is to be told. */
export interface AlertChange {
  readonly fired: readonly Alert[];
  readonly cleared: readonly Alert[];
}

/** What has begun to be wrong, and what is well again. What stands and is still wrong is in neither. */
export function judgeAlerts(watched: Watched, now: Instant): AlertChange {
  const wrong = new Set(wrongNow(watched, now).map(keyOf));
  const standing = new Set(watched.alerts.map(keyOf));
  const count = new Map<AlertName, number>();
  for (const { name } of watched.alerts) count.set(name, (count.get(name) ?? 0) + 1);
  const fired = wrongNow(watched, now).filter((alert) => {
    const before = count.get(alert.name) ?? 0;
    if (standing.has(keyOf(alert)) || before >= MAX_OF_A_NAME) return false;
    count.set(alert.name, before + 1);
    return true;
  });
  return { fired, cleared: watched.alerts.filter((alert) => !wrong.has(keyOf(alert))) };
}

const keyOf = ({ name, subject }: Alert): string => `${name} ${subject}`;

/** Everything that is wrong now; what stands may be so for longer than it takes to begin. */
function wrongNow(watched: Watched, now: Instant): readonly Alert[] {
  const { failed, alerted, due, deadLetterAt, size, ending } = watched;
  const stands = (name: AlertName): boolean => watched.alerts.some((alert) => alert.name === name);
  const large = stands('d1-large') ? D1_LARGE_NO_MORE : D1_LARGE;
  const one = (name: AlertName, is: boolean): readonly Alert[] => (is ? [{ name, subject: '' }] : []);
  return [
    ...failed.filter((job) => failedLately(job, now)).map(jobAlert),
    // One that is tried again is not well before it has ended well.
    ...alerted.filter((job) => isUnderWay(job.status) || failedLately(job, now)).map(jobAlert),
    ...one('start-late', due !== null && now - due >= START_LATE_MS),
    ...one('dead-letters', deadLetterAt !== null && now - deadLetterAt < DEAD_LETTER_MS),
    ...one('d1-large', size >= large * D1_BYTES),
    ...ending.map((subject): Alert => ({ name: 'certificate-ending', subject })),
    ...one('sweep-behind', isBehind(watched, now)),
  ];
}

const jobAlert = ({ ccid, id }: LatestRun): Alert => ({ name: 'run-failed', subject: `${ccid}/${id}` });
const isUnderWay = (status: Status): boolean => status === 'QUEUED' || status === 'IN_PROGRESS';
const failedLately = ({ status, startedAt }: LatestRun, now: Instant): boolean =>
  status === 'FAILED' && now - startedAt < FAILED_MS;

/** Sweeps that are held leave what has expired where it is. */
const isBehind = ({ sweptAt, sweepsHeld, expiredAt }: Watched, now: Instant): boolean =>
  (sweptAt !== null && now - sweptAt >= SWEEP_MS) ||
  (!sweepsHeld && expiredAt !== null && now - expiredAt >= EXPIRED_MS);

/** What an alert's message says of it. */
export function alertData({ name, subject }: Alert): Readonly<Record<string, string | number>> {
  const [contactCenter = '', job] = subject.split('/');
  return {
    alert: name,
    ...(contactCenter === '' ? {} : { contactCenter }),
    ...(job === undefined ? {} : { jobId: Number(job) }),
  };
}
