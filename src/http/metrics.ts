import { ALERT_NAMES, D1_BYTES } from '../model/alerts.ts';
import type { Instant } from '../model/instant.ts';
import type { Sample } from '../model/metrics.ts';
import type { MonthCounts } from '../store/metrics.ts';

/** A queue as it is asked for its backlog. */
export interface Backlog {
  readonly queue: string;
  readonly messages: number;
  readonly bytes: number;
  readonly oldest: Instant | null;
}

/** What a run can end as: each has a sample from the beginning, so that the first one is seen to come. */
const OUTCOMES = ['FINISHED', 'FAILED', 'CANCELLED', 'SKIPPED'] as const;

type Made = Omit<Sample, 'name'>;

/** The samples of what was counted. */
export function samplesOfCounted(
  counted: MonthCounts,
  backlogs: readonly Backlog[],
  now: Instant,
): readonly Sample[] {
  const ago = (at: Instant | null | undefined): number => (at ? Math.max(0, now - at) / 1_000 : 0);
  const swept = new Map(counted.sweeps.map(({ prefix, until }) => [prefix, Number(until) || null]));
  const standing = new Map(counted.alerts.map(({ name, n }) => [name, n]));
  const one = (name: Sample['name'], value: number): Sample => ({ name, value });
  const each = (name: Sample['name'], made: readonly Made[]): readonly Sample[] =>
    made.map((sample) => ({ name, ...sample }));
  const ofQueue = (value: (backlog: Backlog) => number): readonly Made[] =>
    backlogs.map((backlog) => ({ labels: { queue: backlog.queue }, value: value(backlog) }));
  const sinceSweep = (prefix: string): readonly Made[] =>
    swept.get(prefix) ? [{ value: ago(swept.get(prefix)) }] : [];
  return [
    ...counted.centers.flatMap((center) => samplesOfCenter(counted, center)),
    one('udm_centers', counted.centers.length),
    one('udm_centers_left_out', counted.more ? 1 : 0),
    one('udm_due_seconds', ago(counted.due[0]?.at)),
    ...each(
      'udm_queue_messages',
      ofQueue(({ messages }) => messages),
    ),
    ...each(
      'udm_queue_bytes',
      ofQueue(({ bytes }) => bytes),
    ),
    ...each(
      'udm_queue_age_seconds',
      ofQueue(({ oldest }) => ago(oldest)),
    ),
    one('udm_deliveries_waiting', counted.deliveries[0]?.n ?? 0),
    one('udm_dead_letter_timestamp_seconds', (swept.get('dead-letter') ?? 0) / 1_000),
    one('udm_d1_size_bytes', counted.size),
    one('udm_d1_limit_bytes', D1_BYTES),
    // Of what never ran there is no sample: nobody takes it for something that ran just now.
    ...each('udm_beat_age_seconds', sinceSweep('beat')),
    ...each('udm_sweep_age_seconds', sinceSweep('swept')),
    ...each(
      'udm_alerts',
      ALERT_NAMES.map((alert) => ({ labels: { alert }, value: standing.get(alert) ?? 0 })),
    ),
  ];
}

function samplesOfCenter(
  { tallies, runs, jobs, certificates }: MonthCounts,
  center: string,
): readonly Sample[] {
  const own = tallies.filter(({ ccid }) => ccid === center);
  const tally = (what: string, code = ''): number =>
    own.find((row) => row.what === what && row.code === code)?.n ?? 0;
  const of = (name: Sample['name'], value: number, more: Sample['labels'] = {}): Sample => ({
    name,
    labels: { center, ...more },
    value,
  });
  return [
    ...OUTCOMES.map((outcome) => of('udm_runs', tally('run', outcome), { outcome: outcome.toLowerCase() })),
    ...own.filter(({ what }) => what === 'failure').map(({ code, n }) => of('udm_run_failures', n, { code })),
    of('udm_run_seconds', tally('run-ms') / 1_000),
    of('udm_exported_records', tally('records')),
    of('udm_exported_bytes', tally('bytes')),
    { ...of('udm_start_delay_seconds', tally('start-ms') / 1_000), count: tally('start') },
    ...runs
      .filter(({ ccid }) => ccid === center)
      .map(({ status, n }) => of('udm_history_items', n, { status: status.toLowerCase() })),
    ...jobs
      .filter(({ ccid }) => ccid === center)
      .map(({ suspended, n }) => of('udm_jobs', n, { state: suspended === 1 ? 'suspended' : 'active' })),
    ...certificates
      .filter(({ ccid }) => ccid === center)
      .map(({ at }) => of('udm_certificate_end_timestamp_seconds', at / 1_000)),
  ];
}
