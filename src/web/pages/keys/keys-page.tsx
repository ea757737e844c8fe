import { lazy, Suspense, useEffect, useState } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/use-words.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Clients } from './clients.tsx';
import { DemandsSection } from './demands-section.tsx';
import { Issuers } from './issuers.tsx';
import type { KeysDialog } from './keys-dialogs.tsx';

/** Loaded behind the page, or with the first of them where that is sooner. */
const loadDialogs = () => import('./keys-dialogs.tsx');
const KeysDialogs = lazy(async () => ({ default: (await loadDialogs()).KeysDialogs }));

/** What programs sign in with, and what the contact center demands of everybody. */
export function KeysPage() {
  const words = useWords();
  const [dialog, setDialog] = useState<KeysDialog | null>(null);
  // Where it fails it is tried again when one is asked for.
  useEffect(() => void loadDialogs().catch(() => undefined), []);
  return (
    <>
      <PageHead title={words('menu.keys')} note={words('keys.note')} />
      <ApiKeys onDialog={setDialog} />
      <Clients onDialog={setDialog} />
      <Issuers />
      <DemandsSection />
      {dialog && (
        <Suspense>
          <KeysDialogs dialog={dialog} onDialog={setDialog} />
        </Suspense>
      )}
    </>
  );
}
