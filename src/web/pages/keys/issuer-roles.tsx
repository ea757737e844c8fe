import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { ROLE_NAMES, type RoleName } from '../../../model/roles.ts';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { RoleRow } from './issuer-form.ts';
import styles from './issuers.module.css';

interface IssuerRolesProps {
  readonly rows: readonly RoleRow[];
  readonly onRows: (rows: readonly RoleRow[]) => void;
}

/** Which role each role of the issuer is here. */
export function IssuerRoles({ rows, onRows }: IssuerRolesProps) {
  const words = useWords();
  // The button of a row that is removed is gone, and would take the focus along.
  const end = useRef<HTMLButtonElement>(null);
  const remove = (id: number) => {
    onRows(rows.filter((row) => row.id !== id));
    end.current?.focus();
  };
  const set = (id: number, change: Partial<RoleRow>) =>
    onRows(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const add = () =>
    onRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, there: '', here: 'exporter' }]);
  return (
    <fieldset className={styles['roles']}>
      <legend>{words('issuers.roles')}</legend>
      <p className={styles['help']}>{words('issuers.rolesHelp')}</p>
      {rows.map(({ id, there, here }, index) => (
        <div key={id} className={styles['role']}>
          <TextInput
            aria-label={words('issuers.roleThere', { number: index + 1 })}
            value={there}
            onChange={({ currentTarget: { value } }) => set(id, { there: value })}
            autoComplete="off"
            spellCheck={false}
          />
          <NativeSelect
            aria-label={words('issuers.roleHere', { number: index + 1 })}
            value={here}
            data={ROLE_NAMES.map((name) => ({ value: name, label: words(`role.${name}`) }))}
            // The choices are role names.
            onChange={({ currentTarget: { value } }) => set(id, { here: value as RoleName })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words('issuers.removeRole', { number: index + 1 })}
            onClick={() => remove(id)}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      <Button
        ref={end}
        className={styles['addRole'] ?? ''}
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="plus" size={14} />}
        onClick={add}
      >
        {words('issuers.addRole')}
      </Button>
    </fieldset>
  );
}
