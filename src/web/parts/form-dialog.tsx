import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../words/use-words.tsx';
import { BusyButton } from './busy-button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';
import { ProblemBox } from './problem-box.tsx';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  readonly title: string;
  readonly note?: string;
  /** What the button does, in a verb. */
  readonly verb: string;
  /** Why it cannot be sent yet; null where it can. It is said after the first try. */
  readonly fault?: string | null;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form in a dialog. Once something was typed it closes by its buttons alone. */
export function FormDialog(props: FormDialogProps) {
  const { title, note, verb, fault = null, onSubmit, onClose, children } = props;
  const words = useWords();
  const [touched, setTouched] = useState(false);
  const [tried, setTried] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    setError(null);
    // Said here and not by the browser, which says it in its own language and beside the page.
    const missing = event.currentTarget.querySelector<HTMLElement>('input:invalid');
    setEmpty(missing !== null);
    missing?.focus();
    if (fault !== null || missing) return;
    setBusy(true);
    try {
      await onSubmit();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose} closedBy={touched ? 'cross' : 'anything'}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => void submit(event)}
        onInput={() => {
          setTouched(true);
          setEmpty(false);
        }}
      >
        {note && <p className={styles['note']}>{note}</p>}
        {children}
        {(empty || (tried && fault !== null)) && (
          <p className={styles['fault']} role="alert">
            {empty ? words('error.starred') : fault}
          </p>
        )}
        {error !== null && <ProblemBox error={error} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {words('dialog.cancel')}
          </Button>
          <BusyButton type="submit" busy={busy}>
            {verb}
          </BusyButton>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
