import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';

interface BusyButtonProps
  extends Omit<ButtonProps, 'loading'>, Omit<ComponentProps<'button'>, keyof ButtonProps> {
  /** True while what was pressed for is under way. */
  readonly busy: boolean;
  /** True while it does not take a press yet: it is not disabled, which would take the focus from it. */
  readonly held?: boolean;
}

/**
 * A button that turns while it waits. It cannot be pressed then, but keeps the focus: the kit's own is disabled meanwhile, and who works by
 * keyboard would find themselves at the top of the document when the request is refused.
 */
export const BusyButton = ({ busy, held = false, onClick, type = 'button', ...rest }: BusyButtonProps) => (
  <Button
    {...rest}
    component={Kept}
    type={type}
    loading={busy}
    {...(held ? { 'data-disabled': true, 'aria-disabled': true } : {})}
    // A form's Enter comes by here, too.
    onClick={(event) => (busy || held ? event.preventDefault() : onClick?.(event))}
  />
);

interface KeptProps extends ComponentProps<'button'> {
  /** What the kit marks a button by that waits. */
  readonly 'data-loading'?: boolean;
}

const Kept = ({ disabled, ...rest }: KeptProps) => (
  <button {...rest} {...(rest['data-loading'] ? { 'aria-disabled': true } : { disabled })} />
);
