import { RefusableButton } from './refusable-button.tsx';

interface BulkButtonProps {
  readonly label: string;
  /** Why it cannot be done, in words; null where it can. */
  readonly refused: string | null;
  readonly main?: boolean;
  readonly onClick: () => void;
}

/** Something that can be done with what is chosen. */
export const BulkButton = ({ main = false, ...rest }: BulkButtonProps) => (
  <RefusableButton {...rest} size="compact-sm" variant={main ? 'filled' : 'default'} />
);
