import { Button } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';
import { CopyButton } from './copy-button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import styles from './form-dialog.module.css';

interface SecretDialogProps {
  readonly title: string;
  readonly note?: string;
  /** What is shown, each under what it is called. */
  readonly values: readonly { readonly label: string; readonly text: string }[];
  readonly onClose: () => void;
}

/** Something that is shown once: it goes by its button alone, never by a click beside it. */
export function SecretDialog({ title, note, values, onClose }: SecretDialogProps) {
  const words = useWords();
  return (
    <Dialog title={title} onClose={onClose} closedBy="buttons" size="lg">
      <div className={styles['form']}>
        {note && <p className={styles['note']}>{note}</p>}
        {values.map(({ label, text }) => (
          <div key={label} className={styles['secret']}>
            <span className={styles['label']}>{label}</span>
            <code>{text}</code>
            <CopyButton text={text} label={words('app.copy', { name: label })} />
          </div>
        ))}
        <p className={styles['note']}>{words('secret.note')}</p>
        <DialogButtons>
          <Button onClick={onClose}>{words('dialog.close')}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
