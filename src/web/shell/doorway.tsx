import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Brand } from '../parts/brand.tsx';
import { ProblemBox } from '../parts/problem-box.tsx';
import { onProofAsked, onSessionEnd } from '../service/session.ts';
import { needsFactorFirst, useMaybeMe, type Me } from '../service/me.ts';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { Redirect, useLocation } from 'wouter';
import { useWords } from '../words/use-words.tsx';
import { Shell } from './shell.tsx';
import styles from './doorway.module.css';

const SignInPage = lazy(() =>
  import('../pages/sign-in/sign-in-page.tsx').then((module) => ({ default: module.SignInPage })),
);
const SignInAgain = lazy(() =>
  import('../pages/sign-in/sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })),
);
const AuthorizePage = lazy(() =>
  import('../pages/authorize/authorize-page.tsx').then((module) => ({ default: module.AuthorizePage })),
);
const ProveAgain = lazy(() =>
  import('../pages/sign-in/prove-again.tsx').then((module) => ({ default: module.ProveAgain })),
);
const WindowPage = lazy(() =>
  import('../pages/sign-in/window-page.tsx').then((module) => ({ default: module.WindowPage })),
);
const FirstFactorPage = lazy(() =>
  import('../pages/second-factor/first-factor-page.tsx').then((module) => ({
    default: module.FirstFactorPage,
  })),
);
const InvitationPage = lazy(() =>
  import('../pages/invitation/invitation-page.tsx').then((module) => ({ default: module.InvitationPage })),
);

/** Lets in who is signed in; everybody else gets to sign in where they are, and stays at the address that they came for. */
export function Doorway() {
  const { data: me, error, isPending, refetch } = useMaybeMe();
  const words = useWords();
  const [path] = useLocation();
  // Whether somebody was asked who they are since the document was loaded.
  const [asked, setAsked] = useState(false);
  if (!asked && (me === null || (me && needsFactorFirst(me)))) setAsked(true);
  if (path === PAGE_PATHS.invitation)
    return (
      <Suspense fallback={<Entering />}>
        <InvitationPage />
      </Suspense>
    );
  if (path === PAGE_PATHS.signedIn)
    return (
      <Suspense fallback={<Entering />}>
        <WindowPage />
      </Suspense>
    );
  if (isPending) return <Entering />;
  // Who is in already has nothing to do there.
  if (me && path === PAGE_PATHS.signIn) return <Redirect to={PAGE_PATHS.home} replace />;
  if (me)
    return (
      <Inside me={me}>
        {path === PAGE_PATHS.authorize ? <AuthorizePage me={me} /> : <Shell cameIn={asked} />}
      </Inside>
    );
  if (error)
    return (
      <main className={styles['centre']}>
        <h1 className={styles['unseen']}>{words('app.title')}</h1>
        <Brand />
        <ProblemBox error={error} retry={() => void refetch()} />
      </main>
    );
  return (
    <Suspense fallback={<Entering />}>
      <SignInPage />
    </Suspense>
  );
}

/** While it is not known yet who it is, or what that person sees is on its way. */
function Entering() {
  const words = useWords();
  return (
    <main className={styles['entering']}>
      <h1 className={styles['unseen']}>{words('app.title')}</h1>
      <span className={styles['turning']} role="status" aria-label={words('app.loading')} />
    </main>
  );
}

/**
 * What a person came for, or before it the second factor that somebody has to set up; over it, when the session has ended in mid-work or the person
 * has to prove again who it is, the way on: nothing that was typed is lost.
 */
function Inside({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const [ended, setEnded] = useState(false);
  const [asked, setAsked] = useState<((proved: boolean) => void) | null>(null);
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  useEffect(() => onProofAsked(proofs(setAsked)), []);
  return (
    <Suspense fallback={<Entering />}>
      {needsFactorFirst(me) ? <FirstFactorPage /> : children}
      {ended && (
        <Suspense>
          <SignInAgain
            me={me}
            onDone={() => {
              setEnded(false);
              asked?.(true);
            }}
          />
        </Suspense>
      )}
      {asked && !ended && (
        <Suspense>
          <ProveAgain name={me.name} onDone={asked} />
        </Suspense>
      )}
    </Suspense>
  );
}

/** Asks once for however many requests wait: `show` opens and closes the question. */
function proofs(show: (answer: (() => (proved: boolean) => void) | null) => void): () => Promise<boolean> {
  let open: Promise<boolean> | null = null;
  return () =>
    (open ??= new Promise<boolean>((resolve) => {
      const answer = (proved: boolean) => {
        open = null;
        show(null);
        resolve(proved);
      };
      // A function as a state is set by one that makes it.
      show(() => answer);
    }));
}
