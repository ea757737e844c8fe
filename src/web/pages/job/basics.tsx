import { Textarea, TextInput } from '@mantine/core';
import { TITLE_MAX } from '../../../model/definition.ts';
import { useWords } from '../../words/use-words.tsx';
import type { PartProps } from './job-editor.tsx';
import styles from './job.module.css';

/** What the job is called. */
export function Basics({ form, set, wrong, locked }: PartProps) {
  const words = useWords();
  return (
    <fieldset className={styles['part']} disabled={locked}>
      <TextInput
        label={words('job.title')}
        required
        maxLength={TITLE_MAX}
        value={form.title}
        error={wrong.title}
        onChange={({ currentTarget: { value } }) => set({ title: value })}
        autoFocus={!locked}
      />
      <Textarea
        label={words('job.description')}
        rows={2}
        value={form.description}
        error={wrong.description}
        onChange={({ currentTarget: { value } }) => set({ description: value })}
      />
    </fieldset>
  );
}
