import type { ModalProps } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import styles from './dialog.module.css';
import { useFocusBack } from './use-focus-back.ts';

/** Loaded behind the first page, or with the first dialog where that is sooner. */
const Modal = lazy(async () => ({ default: (await import('./kit-dialogs.ts')).Modal }));

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /**
   * What closes it beside its own buttons: Escape, its cross and a click outside; the cross alone, where something typed would be lost; or
   * nothing.
   */
  readonly closedBy?: 'anything' | 'cross' | 'buttons';
  readonly size?: NonNullable<ModalProps['size']>;
  readonly children: ReactNode;
}

/** A dialog, open as long as it is rendered. It holds the focus, and gives it back to what opened it. */
export function Dialog({ title, onClose, closedBy = 'anything', size = 'md', children }: DialogProps) {
  const words = useWords();
  useFocusBack();
  return (
    <Suspense>
      <Modal
        opened
        onClose={onClose}
        size={size}
        withCloseButton={closedBy !== 'buttons'}
        closeOnEscape={closedBy === 'anything'}
        closeOnClickOutside={closedBy === 'anything'}
        title={<span className={styles['title']}>{title}</span>}
        closeButtonProps={{ 'aria-label': words('dialog.close') }}
      >
        {children}
      </Modal>
    </Suspense>
  );
}

/** What a dialog ends in; the last of them is what it is for. */
export const DialogButtons = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['buttons']}>{children}</div>
);
