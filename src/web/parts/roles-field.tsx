import { Checkbox } from '@mantine/core';
import { mayManage } from '../../model/roles.ts';
import { useMe } from '../service/me.ts';
import { useRoles, type GivenRole } from '../service/roles.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './roles-field.module.css';

interface RolesFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly value: readonly GivenRole[];
  readonly onValue: (value: readonly GivenRole[]) => void;
}

/** Which roles somebody gets, each with what it means. Who manages access is made by administrators alone, which it says. */
export function RolesField({ label, help, required = false, value, onValue }: RolesFieldProps) {
  const words = useWords();
  const me = useMe();
  const { data } = useRoles();
  // The service names them; the type is the document's.
  const names = (data ?? []).map(({ name, description }) => ({ name: name as GivenRole, description }));
  const set = (name: GivenRole, on: boolean) =>
    onValue(on ? [...value, name] : value.filter((one) => one !== name));
  return (
    <fieldset className={styles['field']}>
      <legend>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      {help && <p className={styles['help']}>{help}</p>}
      {names.map(({ name, description }) => {
        const barred = !mayManage(me.roles, [name]);
        const text = words.named(`role.${name}.text`, description);
        return (
          <Checkbox
            key={name}
            label={words.named(`role.${name}`, name)}
            description={barred ? words.failure('administrators-only', {}) : text}
            checked={value.includes(name)}
            disabled={barred}
            onChange={({ currentTarget: { checked } }) => set(name, checked)}
          />
        );
      })}
    </fieldset>
  );
}
