import { Button, Tooltip } from '@mantine/core';
import styles from './bulk-button.module.css';

interface BulkButtonProps {
  readonly label: string;
  /** Why it cannot be done, in words; null where it can. */
  readonly refused: string | null;
  readonly main?: boolean;
  readonly onClick: () => void;
}

/** Something that can be done with what is chosen; what cannot says why on hover and focus. */
export function BulkButton({ label, refused, main = false, onClick }: BulkButtonProps) {
  return (
    <Tooltip
      label={refused ?? ''}
      disabled={refused === null}
      multiline
      maw={300}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        size="compact-sm"
        variant={main ? 'filled' : 'default'}
        aria-disabled={refused !== null || undefined}
        {...(refused === null ? {} : { className: styles['refused'] ?? '' })}
        onClick={() => refused === null && onClick()}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
