import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { RolesField } from '../../parts/roles-field.tsx';
import { addPerson, type InvitationLink } from '../../service/people.ts';
import type { GivenRole } from '../../service/roles.ts';
import { useWords } from '../../words/use-words.tsx';

interface AddDialogProps {
  readonly onAdded: (invitation: InvitationLink) => void;
  readonly onClose: () => void;
}

/** Adds somebody, who chooses a password by an invitation. */
export function AddDialog({ onAdded, onClose }: AddDialogProps) {
  const words = useWords();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly GivenRole[]>([]);
  return (
    <FormDialog
      title={words('people.add')}
      note={words('people.addNote')}
      verb={words('people.add')}
      fault={roles.length === 0 ? words('roles.choose') : null}
      onSubmit={async () => onAdded(await addPerson(name.trim(), roles))}
      onClose={onClose}
    >
      <TextInput
        label={words('people.name')}
        description={words('people.nameHelp')}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
        autoComplete="off"
        data-autofocus
        required
      />
      <RolesField label={words('roles.field')} required value={roles} onValue={setRoles} />
    </FormDialog>
  );
}
