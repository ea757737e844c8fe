import { Button, type ButtonProps } from '@mantine/core';
import { useRef, useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import { useNotices } from '../parts/notices.tsx';

/** What has made the browser load a menu: somebody came near it, reached it by keyboard, or pressed it. */
type Wanted = 'near' | 'focused' | 'pressed';

/** What a menu of the header is given: how its button looks, and what it was loaded for. */
export interface HeaderMenuProps {
  readonly button: HeaderButtonProps;
  readonly wanted: Wanted;
}

type HeaderButtonProps = ButtonProps & ComponentPropsWithRef<'button'>;
type Menu = (props: HeaderMenuProps) => ReactNode;

interface MenuButtonProps {
  readonly button: HeaderButtonProps;
  /** Loads the button with its menu. */
  readonly load: () => Promise<Menu>;
}

/** A button of the header, whose menu is loaded by whoever is about to open it: most visits need none. */
export function MenuButton({ button, load }: MenuButtonProps) {
  const { failed } = useNotices();
  const wanted = useRef<Wanted>('near');
  const [menu, setMenu] = useState<{ readonly made: Menu; readonly wanted: Wanted } | null>(null);
  if (menu) return menu.made({ button, wanted: menu.wanted });
  const want = (how: Wanted) => {
    wanted.current = how;
    void load().then(
      (made) => setMenu({ made, wanted: wanted.current }),
      how === 'pressed' ? failed : ignore,
    );
  };
  return (
    <HeaderButton
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => want('near')}
      onFocus={() => want('focused')}
      onClick={() => want('pressed')}
    />
  );
}

/** Who presses it asks again, and is told. */
const ignore = () => undefined;

/** How the header's buttons look. */
export const HeaderButton = (props: HeaderButtonProps) => (
  <Button variant="subtle" color="gray" size="compact-sm" {...props} />
);
