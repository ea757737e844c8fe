import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.tsx';
import { hint } from './hint.ts';
import { Icon } from './icon.tsx';

const SHOWN_MS = 1_500;

/** Copies a text with one click and says for a moment that it did. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useWords();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), SHOWN_MS);
  };
  const said = done ? words('app.copied') : label;
  return (
    <ActionIcon
      {...hint(said)}
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={said}
      onClick={() => void copy()}
    >
      <Icon name={done ? 'check' : 'copy'} size={15} />
    </ActionIcon>
  );
}
