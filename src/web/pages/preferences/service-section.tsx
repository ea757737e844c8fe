import { useQuery } from '@tanstack/react-query';
import { Section } from '../../parts/section.tsx';
import { SERVICE } from '../../service/session.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './preferences.module.css';

/** What is running here, and where everything lies that it keeps: who answers for the data has to know. */
export function ServiceSection() {
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['version'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/version')).data ?? null,
  });
  if (!data) return null;
  const { jurisdiction, version, buildNumber } = data;
  return (
    <Section title={words('service.title')}>
      <dl className={styles['facts']}>
        <dt>{words('service.where')}</dt>
        <dd>
          {words(`jurisdiction.${jurisdiction}`)}
          <span className={styles['fact']}>{words('service.whereNote')}</span>
        </dd>
        <dt>{words('service.version')}</dt>
        <dd>
          {version} <span className={styles['when']}>{buildNumber}</span>
        </dd>
      </dl>
    </Section>
  );
}
