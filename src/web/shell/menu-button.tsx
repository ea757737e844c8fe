import { Button, type ButtonProps } from '@mantine/core';
import { useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import { useNotices } from '../parts/notices.tsx';

/** What a menu of the header is given: how its button looks. It opens at once. */
export interface HeaderMenuProps {
  readonly button: HeaderButtonProps;
}

type HeaderButtonProps = ButtonProps & ComponentPropsWithRef<'button'>;
type Menu = (props: HeaderMenuProps) => ReactNode;

interface MenuButtonProps {
  readonly button: HeaderButtonProps;
  /** Loads the button with its menu. */
  readonly load: () => Promise<Menu>;
}

/**
 * A button of the header, whose menu is loaded by whoever comes near it: most visits need none. The menu takes the button's place only once
 * that is pressed: between the two halves of a press it would be lost.
 */
export function MenuButton({ button, load }: MenuButtonProps) {
  const { failed } = useNotices();
  const [menu, setMenu] = useState<Menu | null>(null);
  if (menu) return menu({ button });
  const near = () => void load().catch(ignore);
  return (
    <HeaderButton
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={near}
      onFocus={near}
      onClick={() => void load().then((made) => setMenu(() => made), failed)}
    />
  );
}

/** Who presses it asks again, and is told. */
const ignore = () => undefined;

/** How the header's buttons look. */
export const HeaderButton = (props: HeaderButtonProps) => (
  <Button variant="subtle" color="gray" size="compact-sm" {...props} />
);
