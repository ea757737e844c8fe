import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { useEffect } from 'react';
import { Brand } from '../parts/brand.tsx';
import { useWords } from '../words/use-words.tsx';
import { Nav } from './nav.tsx';
import styles from './nav-drawer.module.css';

/** As wide as a window is that has the navigation at its side (`shell.module.css`). */
const WIDE = '(min-width: 768px)';

/** The navigation of a narrow window; loaded when it is first opened, gone where the window becomes a wide one. */
export function NavDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  useEffect(() => {
    if (!open) return;
    const wide = matchMedia(WIDE);
    const widened = () => wide.matches && onClose();
    wide.addEventListener('change', widened);
    return () => wide.removeEventListener('change', widened);
  }, [open, onClose]);
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      size={280}
      padding={0}
      title={
        <span className={styles['brand']}>
          <Brand />
        </span>
      }
      closeButtonProps={{ 'aria-label': words('dialog.close') }}
      styles={{ header: { padding: '12px 16px' } }}
    >
      <Nav narrow={false} onGo={onClose} />
    </Drawer>
  );
}
