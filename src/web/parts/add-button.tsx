import { Button, Tooltip } from '@mantine/core';
import type { Privilege } from '../../model/roles.ts';
import { may, useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './bulk-button.module.css';
import { Icon } from './icon.tsx';

interface AddButtonProps {
  readonly label: string;
  readonly needs: Privilege;
  readonly onClick: () => void;
}

/** What a page is for first. Where somebody may not, it says why on hover and on focus. */
export function AddButton({ label, needs, onClick }: AddButtonProps) {
  const words = useWords();
  const me = useMe();
  const refused = may(me, needs) ? null : words.failure('privilege-missing', { privilege: needs });
  return (
    <Tooltip
      label={refused ?? ''}
      disabled={refused === null}
      multiline
      maw={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        leftSection={<Icon name="plus" size={16} />}
        variant={refused === null ? 'filled' : 'default'}
        aria-disabled={refused !== null || undefined}
        className={refused === null ? '' : (styles['refused'] ?? '')}
        onClick={() => refused === null && onClick()}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
