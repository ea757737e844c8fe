import { Button } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { useNotices } from '../parts/notices.tsx';
import { dismissAccountNotices, useMe } from '../service/me.ts';
import { useDates } from '../words/use-dates.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './account-notices.module.css';

/** What happened to the person's own sign-in, so that whoever did not do it finds out; until it is dismissed. */
export function AccountNotices() {
  const words = useWords();
  const dates = useDates();
  const { notices = [] } = useMe();
  const { failed } = useNotices();
  return (
    <section className={styles['notices']} aria-label={words('notice.title')}>
      <Icon name="lock" />
      <ul className={styles['list']}>
        {notices.map(({ code, time, message }, index) => (
          <li key={`${time} ${index}`}>
            {words.named(`notice.${code}`, message)}{' '}
            <time className={styles['when']} dateTime={time}>
              {dates.full(Date.parse(time))}
            </time>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        size="xs"
        onClick={() => void dismissAccountNotices(notices.at(-1)?.time ?? '').catch(failed)}
      >
        {words('notice.dismiss')}
      </Button>
    </section>
  );
}
