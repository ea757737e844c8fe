import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DAY_MS, formatInstant } from '../../../model/instant.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { RolesField } from '../../parts/roles-field.tsx';
import { makeApiKey, makeClient } from '../../service/keys.ts';
import type { GivenRole } from '../../service/roles.ts';
import { useWords } from '../../words/use-words.tsx';
import { addressesOf, RedirectsField } from './redirects-field.tsx';

/** What was made, as it is shown once. */
export interface Made {
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly text: string }[];
}
interface AddProps {
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

const LIVES = [30, 90, 365, 0] as const;

/** Makes an API key; it lives a year unless somebody says otherwise. */
export function AddKeyDialog({ onMade, onClose }: AddProps) {
  const words = useWords();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly GivenRole[]>([]);
  const [days, setDays] = useState(365);
  const add = async () => {
    const expiresAt = days === 0 ? null : formatInstant(Date.now() + days * DAY_MS);
    const key = await makeApiKey(name.trim(), { roles, expiresAt });
    const title = words('keys.keyMade', { name: name.trim() });
    onMade({ title, values: [{ label: words('keys.key'), text: key }] });
  };
  const lifeOf = (value: number) =>
    value === 0
      ? words('keys.never')
      : value === 365
        ? words('keys.year')
        : words('keys.days', { days: value });
  return (
    <FormDialog title={words('keys.addKey')} verb={words('keys.addKey')} onSubmit={add} onClose={onClose}>
      <NameField name={name} onName={setName} />
      <NativeSelect
        label={words('keys.expires')}
        value={String(days)}
        data={LIVES.map((value) => ({ value: String(value), label: lifeOf(value) }))}
        onChange={({ currentTarget: { value } }) => setDays(Number(value))}
      />
      <RolesField
        label={words('keys.alone')}
        help={words('keys.aloneHelp')}
        value={roles}
        onValue={setRoles}
      />
    </FormDialog>
  );
}

/** Makes an OAuth client. */
export function AddClientDialog({ onMade, onClose }: AddProps) {
  const words = useWords();
  const [name, setName] = useState('');
  const [redirects, setRedirects] = useState('');
  const [roles, setRoles] = useState<readonly GivenRole[]>([]);
  const add = async () => {
    const { id, secret } = await makeClient(name.trim(), { roles, redirectUris: addressesOf(redirects) });
    onMade({
      title: words('keys.clientMade', { name: name.trim() }),
      values: [
        { label: words('keys.clientId'), text: id },
        { label: words('keys.secret'), text: secret },
      ],
    });
  };
  return (
    <FormDialog
      title={words('keys.addClient')}
      verb={words('keys.addClient')}
      fault={roles.length === 0 ? words('roles.choose') : null}
      onSubmit={add}
      onClose={onClose}
    >
      <NameField name={name} onName={setName} />
      <RolesField label={words('roles.field')} required value={roles} onValue={setRoles} />
      <RedirectsField text={redirects} onText={setRedirects} />
    </FormDialog>
  );
}

function NameField({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  const words = useWords();
  return (
    <TextInput
      label={words('people.name')}
      value={name}
      onChange={({ currentTarget: { value } }) => onName(value)}
      autoComplete="off"
      data-autofocus
      required
    />
  );
}
