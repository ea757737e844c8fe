import { lazy, Suspense, useEffect, useState } from 'react';
import { ProblemBox } from '../parts/problem-box.tsx';
import { onSessionEnd } from '../service/session.ts';
import { useMaybeMe, type Me } from '../service/me.ts';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { useLocation } from 'wouter';
import styles from './doorway.module.css';

const Shell = lazy(() => import('./shell.tsx').then(({ Shell: component }) => ({ default: component })));
const SignInPage = lazy(() =>
  import('../pages/sign-in/sign-in-page.tsx').then((module) => ({ default: module.SignInPage })),
);
const SignInAgain = lazy(() =>
  import('../pages/sign-in/sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })),
);
const AuthorizePage = lazy(() =>
  import('../pages/authorize/authorize-page.tsx').then((module) => ({ default: module.AuthorizePage })),
);
const InvitationPage = lazy(() =>
  import('../pages/invitation/invitation-page.tsx').then((module) => ({ default: module.InvitationPage })),
);

/** Lets in who is signed in; everybody else gets to sign in where they are, and stays at the address that they came for. */
export function Doorway() {
  const { data: me, error, isPending, refetch } = useMaybeMe();
  const [path] = useLocation();
  if (path === PAGE_PATHS.invitation)
    return (
      <Suspense>
        <InvitationPage />
      </Suspense>
    );
  if (isPending) return null;
  if (me && path === PAGE_PATHS.authorize)
    return (
      <Suspense>
        <AuthorizePage me={me} />
      </Suspense>
    );
  if (me) return <Inside me={me} />;
  if (error)
    return (
      <main className={styles['centre']}>
        <ProblemBox error={error} retry={() => void refetch()} />
      </main>
    );
  return (
    <Suspense>
      <SignInPage />
    </Suspense>
  );
}

/** The shell, and over it, when the session has ended in mid-work, the way back in: nothing that was typed is lost. */
function Inside({ me }: { readonly me: Me }) {
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  return (
    <Suspense>
      <Shell />
      {ended && (
        <Suspense>
          <SignInAgain name={me.name} onDone={() => setEnded(false)} />
        </Suspense>
      )}
    </Suspense>
  );
}
