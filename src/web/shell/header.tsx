import { ActionIcon } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { useMe } from '../service/me.ts';
import { useWords } from '../words/use-words.tsx';
import { MenuButton } from './menu-button.tsx';
import { SchedulerState } from './scheduler-state.tsx';
import styles from './header.module.css';

const menus = () => import('./header-menus.tsx');

/** Where this service runs only for whoever tries it. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

interface HeaderProps {
  readonly onMenu: () => void;
  readonly onHelp: () => void;
}

/** The contact center, the state of the service, the language, and the person. */
export function Header({ onMenu, onHelp }: HeaderProps) {
  const words = useWords();
  const me = useMe();
  return (
    <header className={styles['header']}>
      <ActionIcon
        className={styles['menu'] ?? ''}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words('menu.open')}
        onClick={onMenu}
      >
        <Icon name="menu" size={20} />
      </ActionIcon>
      <span className={styles['center']}>{me.ccid}</span>
      {LOCAL.test(location.hostname) && <span className={styles['badge']}>{words('app.local')}</span>}
      <span className={styles['gap']} />
      <SchedulerState />
      <MenuButton
        load={async () => {
          const { LanguageMenu } = await menus();
          return (props) => <LanguageMenu {...props} />;
        }}
        button={{
          'aria-label': `${words.language.toUpperCase()}, ${words('app.language')}`,
          children: words.language.toUpperCase(),
        }}
      />
      <MenuButton
        load={async () => {
          const { PersonMenu } = await menus();
          return (props) => <PersonMenu {...props} onHelp={onHelp} />;
        }}
        button={{
          className: styles['person'] ?? '',
          rightSection: <Icon name="down" size={16} />,
          children: <span className={styles['name']}>{me.name}</span>,
        }}
      />
    </header>
  );
}
