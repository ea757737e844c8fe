import { lazy, Suspense, type ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import styles from './dialog.module.css';
import { useFocusBack } from './use-focus-back.ts';

/** As the kit’s other dialogs are (`dialog.tsx`). */
const Drawer = lazy(async () => ({ default: (await import('./kit-dialogs.ts')).Drawer }));

interface SidePanelProps {
  readonly title: string;
  /** Pixels, where the window has them. */
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** More of what a list shows, at the right of it; open as long as it is rendered. */
export function SidePanel({ title, width, onClose, children }: SidePanelProps) {
  const words = useWords();
  useFocusBack();
  return (
    <Suspense>
      <Drawer
        opened
        position="right"
        size={`min(${width}px, 100vw)`}
        title={<span className={styles['title']}>{title}</span>}
        closeButtonProps={{ 'aria-label': words('dialog.close') }}
        onClose={onClose}
      >
        {children}
      </Drawer>
    </Suspense>
  );
}
