import { ActionIcon, Button, Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { Icon } from '../parts/icon.tsx';
import { useNotices } from '../parts/notices.tsx';
import { forgetMe, useMe } from '../service/me.ts';
import { signOut } from '../service/sign-in.ts';
import { useLanguageChoice, useWords } from '../words/use-words.tsx';
import { LANGUAGES } from '../words/dictionaries.ts';
import { SchedulerState } from './scheduler-state.tsx';
import styles from './header.module.css';

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
      <LanguageMenu />
      <PersonMenu onHelp={onHelp} />
    </header>
  );
}

function LanguageMenu() {
  const words = useWords();
  const choose = useLanguageChoice();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`${words.language.toUpperCase()}, ${words('app.language')}`}
        >
          {words.language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={language === words.language ? <Icon name="check" size={16} /> : null}
            onClick={() => choose(language)}
          >
            {words(`language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PersonMenu({ onHelp }: Pick<HeaderProps, 'onHelp'>) {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const [, go] = useLocation();
  const leave = async () => {
    try {
      const elsewhere = await signOut();
      forgetMe();
      if (elsewhere) location.assign(elsewhere);
      else go(PAGE_PATHS.signIn);
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={styles['person'] ?? ''}
          rightSection={<Icon name="down" size={16} />}
        >
          <span className={styles['name']}>{me.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="user" />} onClick={() => go(PAGE_PATHS.preferences)}>
          {words('menu.preferences')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="external" />}
          component="a"
          href="/udm/docs"
          target="_blank"
          rel="noreferrer"
        >
          {words('app.docs')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="info" />} rightSection={<kbd>?</kbd>} onClick={onHelp}>
          {words('help.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="right" />} onClick={() => void leave()}>
          {words('menu.logout')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
