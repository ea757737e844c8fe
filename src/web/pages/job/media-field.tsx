import { MultiSelect } from '@mantine/core';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { useWords } from '../../words/use-words.tsx';
import type { PartProps } from './job-editor.tsx';

interface MediaFieldProps extends Pick<PartProps, 'form' | 'set' | 'wrong'> {
  readonly choices: readonly string[];
  /** What the service calls them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Some media types of all; loaded by whoever wants to choose. */
export function MediaField({ choices, names, form, set, wrong }: MediaFieldProps) {
  const words = useWords();
  return (
    <MultiSelect
      label={words('job.media')}
      description={words('job.media.choose')}
      required
      searchable
      data={choices.map((value) => ({
        value,
        label: words.named(`media.${value}`, names.get(value) ?? value),
      }))}
      value={[...form.media]}
      error={wrong.media}
      onChange={(value) => set({ media: value })}
    />
  );
}
