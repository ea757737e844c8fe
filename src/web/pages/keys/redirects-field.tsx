import { Textarea } from '@mantine/core';
import { useWords } from '../../words/use-words.tsx';

/** Addresses of a client as somebody types them, one a line. */
export const addressesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

interface RedirectsProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly focused?: boolean;
}

/** Where a browser may be sent back to. */
export function RedirectsField({ text, onText, focused = false }: RedirectsProps) {
  const words = useWords();
  return (
    <Textarea
      label={words('keys.redirects')}
      description={words('keys.redirectsHelp')}
      rows={3}
      value={text}
      onChange={({ currentTarget: { value } }) => onText(value)}
      autoComplete="off"
      spellCheck={false}
      {...(focused ? { 'data-autofocus': true } : {})}
    />
  );
}
