import { useRoles } from '../../service/roles.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './people.module.css';

/** What each role may do: in words, and by the names of privileges that refusals tell. */
export function RolesTable() {
  const words = useWords();
  const { data } = useRoles();
  if (!data) return null;
  return (
    <section className={styles['roles']}>
      <h2>{words('roles.title')}</h2>
      <dl>
        {data.map(({ name, description, privileges }) => (
          <div key={name}>
            <dt>{words.named(`role.${name}`, name)}</dt>
            <dd>
              {words.named(`role.${name}.text`, description)}
              <span className={styles['privileges']}>
                {privileges.map((privilege) => (
                  <span key={privilege}>{privilege}</span>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
