/**
 * Metrics as OpenMetrics 1.0 has them: the families that there are, and their text. Labels are bounded: contact centers (the first
 * 500), outcomes, codes and names of the service's own. No name of a person, id of a record or secret is a label.
 */

interface Family {
  readonly type: 'counter' | 'gauge' | 'summary';
  readonly unit?: 'seconds' | 'bytes';
  readonly help: string;
  readonly labels?: readonly Label[];
}
type Label = 'center' | 'outcome' | 'code' | 'status' | 'state' | 'queue' | 'alert' | 'version' | 'changeset';

/** Every family. Counters begin anew with each month (UTC), which `rate()` and `increase()` take for the reset that it is. */
export const METRICS = {
  udm_build_info: { type: 'gauge', help: 'What is running.', labels: ['version', 'changeset'] },
  udm_runs: {
    type: 'counter',
    help: 'Runs that ended, by outcome, since the beginning of the month.',
    labels: ['center', 'outcome'],
  },
  udm_run_failures: {
    type: 'counter',
    help: 'Runs that failed, by the code of the fault, or other where there is none.',
    labels: ['center', 'code'],
  },
  udm_run_seconds: {
    type: 'counter',
    unit: 'seconds',
    help: 'Time that ended runs took from their start.',
    labels: ['center'],
  },
  udm_exported_records: {
    type: 'counter',
    help: 'Records in the archives of finished runs.',
    labels: ['center'],
  },
  udm_exported_bytes: {
    type: 'counter',
    unit: 'bytes',
    help: 'Sealed bytes of finished runs.',
    labels: ['center'],
  },
  udm_start_delay_seconds: {
    type: 'summary',
    unit: 'seconds',
    help: 'From when a run was due to when it began.',
    labels: ['center'],
  },
  udm_history_items: {
    type: 'gauge',
    help: 'History items that are kept, by status: those queued and in progress among them.',
    labels: ['center', 'status'],
  },
  udm_jobs: { type: 'gauge', help: 'Jobs, active and suspended.', labels: ['center', 'state'] },
  udm_certificate_end_timestamp_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'When the last certificate of a contact center ends.',
    labels: ['center'],
  },
  udm_centers: { type: 'gauge', help: 'Contact centers that are shown here.' },
  udm_centers_left_out: { type: 'gauge', help: '1 where there are more than are shown.' },
  udm_due_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long the start that is due for longest has been so; 0 where none is.',
  },
  udm_queue_messages: { type: 'gauge', help: 'Messages that wait in a queue.', labels: ['queue'] },
  udm_queue_bytes: {
    type: 'gauge',
    unit: 'bytes',
    help: 'Bytes of the messages that wait.',
    labels: ['queue'],
  },
  udm_queue_age_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long the oldest message has waited; 0 where none does.',
    labels: ['queue'],
  },
  udm_deliveries_waiting: { type: 'gauge', help: 'What webhooks are still to be told; 1,000 at most.' },
  udm_dead_letter_timestamp_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'When a message was last delivered in vain; 0: never.',
  },
  udm_d1_size_bytes: { type: 'gauge', unit: 'bytes', help: 'Size of the database.' },
  udm_d1_limit_bytes: { type: 'gauge', unit: 'bytes', help: 'How large it can become.' },
  udm_beat_age_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long ago the clock beat: it does so every minute.',
  },
  udm_sweep_age_seconds: {
    type: 'gauge',
    unit: 'seconds',
    help: 'How long ago the last sweep ended: it comes every hour.',
  },
  udm_alerts: { type: 'gauge', help: 'Alerts that stand.', labels: ['alert'] },
} as const satisfies Readonly<Record<string, Family>>;
export type MetricName = keyof typeof METRICS;

/** One value; of a summary the sum, with `count`. */
export interface Sample {
  readonly name: MetricName;
  readonly labels?: Readonly<Partial<Record<Label, string>>>;
  readonly value: number;
  readonly count?: number;
}

export const OPENMETRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** What a family's samples are called behind its name. */
const SUFFIXES = { counter: '_total', gauge: '', summary: '_sum' } as const;

/** The names under which a family's samples stand. */
export const samplesOf = (name: MetricName): readonly string[] => {
  const { type }: Family = METRICS[name];
  return type === 'summary' ? [`${name}_sum`, `${name}_count`] : [name + SUFFIXES[type]];
};

/** The exposition: family by family, each with its metadata, and the end. */
export function metricsText(samples: readonly Sample[]): string {
  // Object.entries of a literal table: its keys are the names.
  const families = Object.entries(METRICS) as [MetricName, Family][];
  const lines = families.flatMap(([name, { type, unit, help }]) => [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
    ...samples.filter((sample) => sample.name === name).flatMap(lineOf),
  ]);
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function lineOf({ name, labels = {}, value, count }: Sample): readonly string[] {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  const shown = pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
  const [first = name, second] = samplesOf(name);
  return [
    `${first}${shown} ${numeral(value)}`,
    ...(second === undefined ? [] : [`${second}${shown} ${numeral(count ?? 0)}`]),
  ];
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const numeral = (value: number): string => (Number.isFinite(value) ? String(value) : 'NaN');
