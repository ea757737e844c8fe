import { NativeSelect, TextInput } from '@mantine/core';
import { cronWords } from '../../words/cron-words.ts';
import { useWords } from '../../words/use-words.tsx';
import type { RunChoice } from './job-form.ts';
import type { PartProps } from './job-editor.tsx';
import { ZoneField } from './zone-field.tsx';
import styles from './job.module.css';

const RUNS: readonly RunChoice[] = ['now', 'later', 'hourly', 'daily', 'weekly', 'monthly', 'cron'];

/** When it runs. */
export function Timing({ form, set, wrong, locked }: PartProps) {
  const words = useWords();
  const choose = (run: RunChoice) =>
    // A one-time job has no run before it to begin at.
    set({ run, ...(form.frame === 'last' && (run === 'now' || run === 'later') ? { frame: 'all' } : {}) });
  return (
    <fieldset className={styles['part']} disabled={locked}>
      <legend className={styles['legend']}>{words('job.when')}</legend>
      <NativeSelect
        className={styles['short'] ?? ''}
        label={words('job.run')}
        required
        data={RUNS.map((value) => ({ value, label: words(`job.run.${value}`) }))}
        value={form.run}
        error={wrong.run}
        onChange={({ currentTarget: { value } }) => choose(RUNS.find((run) => run === value) ?? 'now')}
      />
      {form.run === 'hourly' && (
        <NativeSelect
          className={styles['short'] ?? ''}
          label={words('job.everyHours')}
          description={words('job.everyHoursHelp', { zone: form.zone })}
          data={['1', '2', '3', '4', '6', '8', '12']}
          value={form.everyHours}
          onChange={({ currentTarget: { value } }) => set({ everyHours: value })}
        />
      )}
      {form.run === 'cron' && (
        <TextInput
          className={styles['short'] ?? ''}
          label={words('job.cron')}
          description={cronWords(form.cron, words, form.zone) ?? words('job.cronHelp')}
          required
          value={form.cron}
          error={wrong.cron}
          styles={{ input: { fontFamily: 'var(--mono)' } }}
          onChange={({ currentTarget: { value } }) => set({ cron: value })}
        />
      )}
      {form.run !== 'now' && (
        <TextInput
          className={styles['short'] ?? ''}
          type="datetime-local"
          label={words('job.startAt', { zone: form.zone })}
          description={words(form.run === 'later' ? 'job.startOnceHelp' : 'job.startHelp')}
          required={form.run === 'later'}
          value={form.startDate}
          error={wrong.startDate}
          onChange={({ currentTarget: { value } }) => set({ startDate: value })}
        />
      )}
      {form.run !== 'now' && <ZoneField form={form} set={set} wrong={wrong} />}
    </fieldset>
  );
}
