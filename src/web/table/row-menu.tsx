import { ActionIcon, Menu } from '@mantine/core';
import { useEffect, useId, useLayoutEffect, useRef, useState, type Ref, type RefObject } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import type { RowAction } from './column.ts';
import styles from './data-table.module.css';

interface RowMenuProps {
  readonly actions: readonly RowAction[];
  readonly label: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What can be done with a row. The menu is made when it is opened first: most never are, and each would be drawn with its row. */
export function RowMenu({ actions, label, open, onOpen }: RowMenuProps) {
  const words = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState(open);
  if (open && !made) setMade(true);
  return (
    <>
      <ActionIcon
        ref={button}
        // By which the kit names what a menu belongs to.
        id={id}
        variant="subtle"
        color="gray"
        aria-label={words('table.more', { name: label })}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Icon name="more" size={16} />
      </ActionIcon>
      {made && <Made {...{ actions, open, onOpen, id, button }} />}
    </>
  );
}

interface MadeProps extends Omit<RowMenuProps, 'label'> {
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement | null>;
}

function Made({ actions, open, onOpen, id, button }: MadeProps) {
  const [shown, setShown] = useState(false);
  // A moment later: the kit gives back the focus that it saw before a menu opened, and closes one that is open while a key goes down
  // elsewhere, such as the one that opened it.
  useEffect(() => {
    const timer = setTimeout(() => setShown(open));
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <Menu id={id} position="bottom-end" opened={open && shown} onChange={onOpen} width={260}>
      <Menu.Target>
        <Beside button={button} />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Entry key={action.id} action={action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface BesideProps {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Tells the kit which button a menu stands beside; the button itself is there already, and stays the same. */
function Beside({ button, ref }: BesideProps) {
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(button.current);
  }, [button, ref]);
  return null;
}

function Entry({ action }: { readonly action: RowAction }) {
  const { label, icon, refused, run } = action;
  return (
    <Menu.Item
      leftSection={<Icon name={icon} size={16} />}
      aria-disabled={refused !== null || undefined}
      className={refused === null ? '' : (styles['refused'] ?? '')}
      closeMenuOnClick={refused === null}
      onClick={() => refused === null && run()}
    >
      {label}
      {refused !== null && <span className={styles['why']}>{refused}</span>}
    </Menu.Item>
  );
}
