import { useState } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/use-words.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Clients } from './clients.tsx';
import { DemandsSection } from './demands-section.tsx';
import { KeysDialogs, type KeysDialog } from './keys-dialogs.tsx';

/** What programs sign in with, and what the contact center demands of everybody. */
export function KeysPage() {
  const words = useWords();
  const [dialog, setDialog] = useState<KeysDialog | null>(null);
  return (
    <>
      <PageHead title={words('menu.keys')} note={words('keys.note')} />
      <ApiKeys onDialog={setDialog} />
      <Clients onDialog={setDialog} />
      <DemandsSection />
      {dialog && <KeysDialogs dialog={dialog} onDialog={setDialog} />}
    </>
  );
}
