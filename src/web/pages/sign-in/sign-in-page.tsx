import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { Brand } from '../../parts/brand.tsx';
import { signedInAnew, type Me } from '../../service/me.ts';
import { useLanguageChoice, useWords } from '../../words/use-words.tsx';
import { OutsideProblem } from './outside-ways.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

/** The way in: name and tenant first, then the password. Who came for a page gets there. */
export function SignInPage() {
  const words = useWords();
  const choose = useLanguageChoice();
  const [path, go] = useLocation();
  useEffect(() => {
    document.title = `${words('login.title')} · ${words('app.title')}`;
  }, [words]);
  const done = async (me: Me) => {
    if (path === PAGE_PATHS.signIn) go(PAGE_PATHS.home, { replace: true });
    await signedInAnew(me, null);
  };
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <Brand />
        <OutsideProblem />
        <SignInForm onDone={done} />
      </main>
      <footer className={styles['foot']}>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          lang={words.language === 'en' ? 'de' : 'en'}
          onClick={() => choose(words.language === 'en' ? 'de' : 'en')}
        >
          {words('language.other')}
        </Button>
        <a href="/udm/docs">{words('app.docs')}</a>
      </footer>
    </div>
  );
}
