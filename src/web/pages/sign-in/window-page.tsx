import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Brand } from '../../parts/brand.tsx';
import { tellPage } from '../../service/sign-in-window.ts';
import { useWords } from '../../words/use-words.tsx';
import { OutsideProblem } from './outside-ways.tsx';
import styles from './sign-in.module.css';

/** What a window shows that has come back from an issuer: it tells the page behind it, and goes. Some browsers leave that to the person. */
export function WindowPage() {
  const words = useWords();
  const problem = new URLSearchParams(location.search).get('problem');
  useEffect(() => tellPage(problem), [problem]);
  return (
    <div className={styles['page']}>
      <main className={styles['card']}>
        <Brand />
        <div className={styles['form']}>
          <h1 className={styles['title']}>{words(problem === null ? 'login.back' : 'login.title')}</h1>
          <OutsideProblem />
          <p className={styles['text']}>{words('login.closeWindow')}</p>
          <Button variant="default" size="md" onClick={() => tellPage(problem)}>
            {words('dialog.close')}
          </Button>
        </div>
      </main>
    </div>
  );
}
