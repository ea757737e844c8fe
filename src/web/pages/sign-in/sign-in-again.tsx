import { Modal } from '@mantine/core';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { signedInAnew, type Me } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

/** Over a page whose session has ended: the page stays as it is, with what was typed. */
export function SignInAgain({ me: before, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  const words = useWords();
  useFocusBack();
  const done = async (me: Me) => {
    await signedInAnew(me, before.name);
    onDone();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="sm"
      padding="xl"
      attributes={{ content: { 'aria-label': words('login.title') } }}
    >
      <p className={styles['ended']}>{words('login.expired')}</p>
      <SignInForm before={before} onDone={done} />
    </Modal>
  );
}
