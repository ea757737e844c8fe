import { ActionIcon } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Brand } from '../parts/brand.tsx';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { useKey } from '../parts/use-key.ts';
import { keep, kept } from '../service/kept.ts';
import { useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import type { Words } from '../words/words.ts';
import { Header } from './header.tsx';
import { Nav } from './nav.tsx';
import { Offline } from './offline.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PageRoutes } from './page-routes.tsx';
import { PLACES } from './places.ts';
import { useDialogsAtHand } from './use-dialogs-at-hand.ts';
import { useFocusKept } from './use-focus-kept.ts';
import styles from './shell.module.css';

const HelpDialog = lazy(() => import('./help-dialog.tsx').then((module) => ({ default: module.HelpDialog })));
const NavDrawer = lazy(() => import('./nav-drawer.tsx').then((module) => ({ default: module.NavDrawer })));
const AccountNotices = lazy(() =>
  import('./account-notices.tsx').then((module) => ({ default: module.AccountNotices })),
);

interface ShellProps {
  /** True where somebody signed in just now: the button that they pressed is gone. */
  readonly cameIn: boolean;
}

/** What stands around every page: navigation, header, the bar that tells of a lost connection. */
export function Shell({ cameIn }: ShellProps) {
  const words = useWords();
  const [narrow, setNarrow] = useState(() => kept('rail') === 'narrow');
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(false);
  const [help, setHelp] = useState(false);
  const [path] = useLocation();
  const main = useFocusAfterGoing(cameIn);
  useFocusKept();
  useDialogsAtHand();
  useKey('?', () => setHelp(true));
  const told = (useMe().notices ?? []).length > 0;
  const fold = () => {
    keep('rail', narrow ? null : 'narrow');
    setNarrow(!narrow);
  };
  return (
    <div className={styles['shell']} data-narrow={narrow || undefined}>
      <a className={styles['skip']} href="#content">
        {words('app.skip')}
      </a>
      <aside className={styles['rail']}>
        <div className={styles['top']}>
          <Brand />
        </div>
        <Nav narrow={narrow} />
        <ActionIcon
          className={styles['fold'] ?? ''}
          variant="subtle"
          color="gray"
          aria-label={words(narrow ? 'menu.unfold' : 'menu.fold')}
          aria-expanded={!narrow}
          onClick={fold}
        >
          <Icon name="rail" />
        </ActionIcon>
      </aside>
      {seen && (
        <Suspense>
          <NavDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      {help && (
        <Suspense>
          <HelpDialog onClose={() => setHelp(false)} />
        </Suspense>
      )}
      <div className={styles['body']}>
        <Header onMenu={() => (setSeen(true), setOpen(true))} onHelp={() => setHelp(true)} />
        <Offline />
        {told && (
          <Suspense>
            <AccountNotices />
          </Suspense>
        )}
        <main id="content" ref={main} tabIndex={-1} className={styles['main']}>
          <PageBoundary path={path}>
            <Suspense fallback={<Loading {...titleOf(path, words)} />}>
              <PageRoutes />
            </Suspense>
          </PageBoundary>
        </main>
      </div>
    </div>
  );
}

/** What the page that is on its way is called, where the navigation knows it. */
function titleOf(path: string, words: Words): { readonly title?: string } {
  const place = PLACES.flatMap(({ places }) => places).find((one) => one.path === path);
  return place ? { title: words(place.word) } : {};
}

/** Who goes to another page begins at its top, readers too, and so does who came in. */
function useFocusAfterGoing(cameIn: boolean) {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const last = useRef(cameIn ? null : path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return main;
}
