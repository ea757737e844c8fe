import { useState } from 'react';
import type { GivenRole } from '../service/roles.ts';
import { useWords } from '../words/use-words.tsx';
import { FormDialog } from './form-dialog.tsx';
import { RolesField } from './roles-field.tsx';

interface RolesDialogProps {
  readonly title: string;
  readonly roles: readonly string[];
  readonly onSave: (roles: readonly GivenRole[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Puts other roles in the place of those that somebody, or something, has. */
export function RolesDialog({ title, roles, onSave, onClose }: RolesDialogProps) {
  const words = useWords();
  // Roles come from the service, which takes them back.
  const [next, setNext] = useState(roles as readonly GivenRole[]);
  return (
    <FormDialog
      title={title}
      verb={words('people.saveRoles')}
      fault={next.length === 0 ? words('roles.choose') : null}
      onSubmit={async () => {
        await onSave(next);
        onClose();
      }}
      onClose={onClose}
    >
      <RolesField label={words('roles.field')} required value={next} onValue={setNext} />
    </FormDialog>
  );
}
