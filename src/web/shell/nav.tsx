import { Tooltip } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { Icon } from '../parts/icon.tsx';
import { useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import { isAt, placesFor, type NavPlace } from './places.ts';
import styles from './nav.module.css';

interface NavProps {
  /** Icons alone. */
  readonly narrow: boolean;
  readonly onGo?: () => void;
}

/** The navigation with what somebody's roles let them see. */
export function Nav({ narrow, onGo }: NavProps) {
  const words = useWords();
  const me = useMe();
  return (
    <nav aria-label={words('menu.label')} className={styles['nav']} data-narrow={narrow || undefined}>
      {placesFor(me.privileges).map(({ word, places }) => (
        <div key={word ?? 'home'} className={styles['group']}>
          {word && <p className={styles['label']}>{words(word)}</p>}
          <ul className={styles['list']}>
            {places.map((place) => (
              <li key={place.path}>
                <NavLine place={place} narrow={narrow} {...(onGo ? { onGo } : {})} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLine({ place, narrow, onGo }: NavProps & { readonly place: NavPlace }) {
  const words = useWords();
  const [path] = useLocation();
  const here = isAt(place, path);
  return (
    <Tooltip label={words(place.word)} position="right" disabled={!narrow}>
      <Link
        href={place.path}
        className={styles['line']}
        aria-label={words(place.word)}
        aria-current={here ? 'page' : undefined}
        onClick={() => onGo?.()}
      >
        <Icon name={place.icon} />
        <span className={styles['word']}>{words(place.word)}</span>
      </Link>
    </Tooltip>
  );
}
