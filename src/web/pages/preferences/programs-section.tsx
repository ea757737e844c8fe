import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../client/api.d.ts';
import { OnItsWay } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { RoleNames } from '../../parts/role-names.tsx';
import { Section } from '../../parts/section.tsx';
import { QUERIES, SERVICE } from '../../service/session.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './preferences.module.css';

const KEY = ['programs'] as const;

type Program = components['schemas']['SignedInProgram'];

/** Which programs act for somebody, and how that is taken back. */
export function ProgramsSection() {
  const words = useWords();
  const notices = useNotices();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/me/programs')).data?.items ?? [],
  });
  const end = async (id: string, name: string) => {
    try {
      await SERVICE.api.DELETE('/udm/v10/me/programs/{id}', { params: { path: { id } } });
      await QUERIES.invalidateQueries({ queryKey: KEY });
      notices.told(words('programs.ended', { name }));
    } catch (refused) {
      notices.failed(refused);
    }
  };
  return (
    <Section title={words('programs.title')} note={words('programs.note')}>
      {isPending && <OnItsWay short />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {!isPending && !error && data.length === 0 && (
        <p className={styles['small']}>{words('programs.none')}</p>
      )}
      {data && data.length > 0 && (
        <ul className={styles['sessions']}>
          {data.map((program) => (
            <li key={program.id}>
              <ProgramText {...program} />
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words('programs.end', { name: program.name })}
                onClick={() => void end(program.id, program.name)}
              >
                {words('sessions.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ProgramText({ name, ofService, byPassword, roles, signIns, usedAt }: Program) {
  const words = useWords();
  const known = [
    ofService ? words('programs.service') : null,
    byPassword ? words('programs.password') : null,
  ].filter((text) => text !== null);
  return (
    <div className={styles['session']}>
      <span className={styles['agent']}>{[name, ...known].join(', ')}</span>
      <span className={styles['when']}>
        <RoleNames roles={roles} /> · {words.count('programs.signIns', signIns)} · <Moment at={usedAt} />
      </span>
    </div>
  );
}
