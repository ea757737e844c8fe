import { Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import { Brand } from '../parts/brand.tsx';
import { useWords } from '../words/use-words.tsx';
import { Nav } from './nav.tsx';
import styles from './nav-drawer.module.css';

/** The navigation of a narrow window; loaded when it is first opened. */
export function NavDrawer({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
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
