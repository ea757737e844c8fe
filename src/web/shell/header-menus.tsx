import { Menu } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PAGE_PATHS } from '../../model/page-paths.ts';
import { leave } from '../address/place.ts';
import { Icon } from '../parts/icon.tsx';
import { useNotices } from '../parts/notices.tsx';
import { forgetMe } from '../service/me.ts';
import { signOut } from '../service/sign-in.ts';
import { LANGUAGES } from '../../labels/languages.ts';
import { useLanguageChoice, useWords } from '../words/use-words.tsx';
import { HeaderButton, type HeaderMenuProps } from './menu-button.tsx';

/** The languages of the pages. */
export function LanguageMenu(props: HeaderMenuProps) {
  const words = useWords();
  const choose = useLanguageChoice();
  return (
    <HeaderMenu {...props}>
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
    </HeaderMenu>
  );
}

/** What stands under the user's name. */
export function PersonMenu({ onHelp, ...props }: HeaderMenuProps & { readonly onHelp: () => void }) {
  const words = useWords();
  const notices = useNotices();
  const [, go] = useLocation();
  const logOut = async () => {
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
    <HeaderMenu {...props}>
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
      <Menu.Item leftSection={<Icon name="leave" />} onClick={() => void leave(() => void logOut())}>
        {words('menu.logout')}
      </Menu.Item>
    </HeaderMenu>
  );
}

/** Takes the place of the button that it was loaded for, with the focus that this had, and opens as that was asked to. */
function HeaderMenu({ button, children }: HeaderMenuProps & { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    setOpen(true);
  }, []);
  return (
    <Menu position="bottom-end" opened={open} onChange={setOpen} width={220}>
      <Menu.Target>
        <HeaderButton ref={target} {...button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
