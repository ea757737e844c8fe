import { isAdministrator, mayManage } from '../../../model/roles.ts';
import { useNotices } from '../../parts/notices.tsx';
import { may, useMe } from '../../service/me.ts';
import {
  disablePerson,
  endSessionsOf,
  inviteAgain,
  resetSecondFactorOf,
  useAdministrators,
  type Person,
} from '../../service/people.ts';
import type { RowAction } from '../../table/column.ts';
import { useWords } from '../../words/use-words.tsx';
import type { PeopleDialog } from './people-dialogs.tsx';

/** What can be done with a user, with the reason where it cannot. */
export function usePeopleActions(
  onDialog: (dialog: PeopleDialog) => void,
): (person: Person) => readonly RowAction[] {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { data: administrators } = useAdministrators();
  const noRight = may(me, 'users.write')
    ? null
    : words.failure('privilege-missing', { privilege: 'users.write' });
  const managed = (person: Person) =>
    noRight ?? (mayManage(me.roles, person.roles) ? null : words.failure('administrators-only', {}));
  /** The last one who can sign in stays. */
  const spared = (person: Person) =>
    isAdministrator(person.roles) && administrators?.length === 1 && administrators[0] === person.name
      ? words.failure('last-administrator', {})
      : null;
  const doing = (work: Promise<void>, said: string, undo?: () => void) =>
    void work.then(() => notices.told(said, undo), notices.failed);
  const disable = ({ name }: Person, disabled: boolean) =>
    doing(
      disablePerson(name, disabled),
      words(disabled ? 'people.nowDisabled' : 'people.nowEnabled', { name }),
      () => void disablePerson(name, !disabled).catch(notices.failed),
    );
  return (person) => [
    {
      id: 'roles',
      label: words('people.roles'),
      icon: 'edit',
      near: true,
      refused: managed(person),
      run: () => onDialog({ kind: 'roles', person }),
    },
    {
      id: 'invite',
      label: words('people.invite'),
      icon: 'external',
      refused: managed(person),
      run: () =>
        void inviteAgain(person.name).then(
          (invitation) => onDialog({ kind: 'invited', invitation }),
          notices.failed,
        ),
    },
    {
      id: 'sessions',
      label: words('people.endSessions'),
      icon: 'stop',
      refused: managed(person),
      run: () => doing(endSessionsOf(person.name), words('people.sessionsEnded', { name: person.name })),
    },
    {
      id: 'factor',
      label: words('people.resetFactor'),
      icon: 'lock',
      refused: managed(person) ?? (person.secondFactor ? null : words('people.factorNone')),
      run: () => doing(resetSecondFactorOf(person.name), words('people.factorReset', { name: person.name })),
    },
    {
      id: 'disable',
      label: words(person.disabled ? 'people.enable' : 'people.disable'),
      icon: person.disabled ? 'play' : 'pause',
      refused: managed(person) ?? spared(person),
      run: () => disable(person, !person.disabled),
    },
    {
      id: 'delete',
      label: words('people.delete'),
      icon: 'trash',
      refused: managed(person) ?? spared(person),
      run: () => onDialog({ kind: 'delete', person }),
    },
  ];
}
