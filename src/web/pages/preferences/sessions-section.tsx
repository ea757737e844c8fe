import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { OnItsWay } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { QUERIES, SERVICE } from '../../service/session.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './preferences.module.css';

const KEY = ['sessions'] as const;

/** Where somebody is signed in, and how a session is ended from here. */
export function SessionsSection() {
  const words = useWords();
  const notices = useNotices();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/me/sessions')).data?.items ?? [],
  });
  const end = async (id: string) => {
    try {
      await SERVICE.api.DELETE('/udm/v10/me/sessions/{id}', { params: { path: { id } } });
      await QUERIES.invalidateQueries({ queryKey: KEY });
      notices.told(words('sessions.ended'));
    } catch (refused) {
      notices.failed(refused);
    }
  };
  return (
    <Section title={words('sessions.title')}>
      {isPending && <OnItsWay short />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {data && (
        <ul className={styles['sessions']}>
          {data.map(({ id, userAgent, address, usedAt, current }) => (
            <li key={id}>
              <div className={styles['session']}>
                <span className={styles['agent']} title={userAgent}>
                  {browserOf(userAgent) ?? words('sessions.unknown')}
                </span>
                <span className={styles['when']}>
                  {address} · <Moment at={usedAt} />
                </span>
              </div>
              {current ? (
                <span className={styles['here']}>{words('sessions.this')}</span>
              ) : (
                <Button size="compact-sm" variant="default" onClick={() => void end(id)}>
                  {words('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** `Chrome, Linux`: as much of a browser's own name as people know it by; null where it says none of these. */
function browserOf(userAgent: string): string | null {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(`${name}/`));
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'].find((name) =>
    userAgent.includes(name),
  );
  return browser ? [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ') : null;
}
