import type { Privilege } from '../../model/roles.ts';
import { may, useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import { Icon } from './icon.tsx';
import { RefusableButton } from './refusable-button.tsx';

interface AddButtonProps {
  readonly label: string;
  readonly needs: Privilege;
  /** Not the first of its page: beside another one, or where there is nothing yet. */
  readonly quiet?: boolean;
  readonly onClick: () => void;
}

/** What a page is for first, for those who may; others are told why not. */
export function AddButton({ label, needs, quiet = false, onClick }: AddButtonProps) {
  const words = useWords();
  const refused = may(useMe(), needs) ? null : words.failure('privilege-missing', { privilege: needs });
  const variant = refused === null && !quiet ? 'filled' : 'default';
  return (
    <RefusableButton {...{ label, refused, onClick, variant }} leftSection={<Icon name="plus" size={16} />} />
  );
}
