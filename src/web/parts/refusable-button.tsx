import { Button, type ButtonProps } from '@mantine/core';
import { hint } from './hint.ts';
import styles from './refusable-button.module.css';

interface RefusableButtonProps extends ButtonProps {
  readonly label: string;
  /** Why it cannot be done, in words; null where it can. */
  readonly refused: string | null;
  readonly onClick: () => void;
}

/** A button that is reached even where it cannot be pressed, and then says why on hover and on focus. */
export const RefusableButton = ({ label, refused, onClick, ...rest }: RefusableButtonProps) => (
  <Button
    {...rest}
    {...hint(refused)}
    {...(refused === null ? {} : { 'aria-disabled': true, className: styles['refused'] ?? '' })}
    onClick={() => refused === null && onClick()}
  >
    {label}
  </Button>
);
