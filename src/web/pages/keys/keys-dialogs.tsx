import { useState } from 'react';
import { Confirm } from '../../parts/confirm.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { RolesDialog } from '../../parts/roles-dialog.tsx';
import { SecretDialog } from '../../parts/secret-dialog.tsx';
import { deleteApiKey, deleteClient, giveClientRoles, type ClientRow } from '../../service/keys.ts';
import { useWords } from '../../words/use-words.tsx';
import { AddClientDialog, AddKeyDialog, type Made } from './add-dialogs.tsx';
import { RedirectsDialog, RenameDialog, RenewDialog, type ChosenRow } from './change-dialogs.tsx';

/** What stands open over the page on keys. */
export type KeysDialog =
  | { readonly kind: 'add-key' }
  | { readonly kind: 'add-client' }
  | { readonly kind: 'client-roles'; readonly client: ClientRow }
  | { readonly kind: 'client-redirects'; readonly client: ClientRow }
  | ({ readonly kind: 'rename-key' | 'rename-client' } & ChosenRow)
  | ({ readonly kind: 'renew-key' | 'renew-client' } & ChosenRow)
  | ({ readonly kind: 'delete-key' | 'delete-client' } & ChosenRow);

interface KeysDialogsProps {
  readonly dialog: KeysDialog;
  readonly onDialog: (next: KeysDialog | null) => void;
}

/** The dialog that is open; what was made is shown once before it closes. */
export function KeysDialogs({ dialog, onDialog }: KeysDialogsProps) {
  const words = useWords();
  const notices = useNotices();
  const [made, setMade] = useState<Made | null>(null);
  const close = () => onDialog(null);
  if (made) return <SecretDialog {...made} onClose={close} />;
  if (dialog.kind === 'add-key') return <AddKeyDialog onMade={setMade} onClose={close} />;
  if (dialog.kind === 'add-client') return <AddClientDialog onMade={setMade} onClose={close} />;
  if (dialog.kind === 'client-roles') {
    const { id, name, roles } = dialog.client;
    return (
      <RolesDialog
        title={words('people.rolesOf', { name })}
        roles={roles}
        onClose={close}
        onSave={async (next) => {
          await giveClientRoles(id, next);
          notices.told(words('people.rolesSaved', { name }));
        }}
      />
    );
  }
  if (dialog.kind === 'client-redirects') return <RedirectsDialog client={dialog.client} onClose={close} />;
  if (dialog.kind === 'rename-key' || dialog.kind === 'rename-client')
    return <RenameDialog ofKey={dialog.kind === 'rename-key'} chosen={dialog} onClose={close} />;
  if (dialog.kind === 'renew-key' || dialog.kind === 'renew-client')
    return (
      <RenewDialog ofKey={dialog.kind === 'renew-key'} chosen={dialog} onMade={setMade} onClose={close} />
    );
  const key = dialog.kind === 'delete-key';
  return (
    <Confirm
      title={words(key ? 'keys.deleteKeyTitle' : 'keys.deleteClientTitle')}
      text={words('keys.deleteText')}
      names={[dialog.name]}
      verb={words(key ? 'keys.deleteKeyVerb' : 'keys.deleteClientVerb')}
      onClose={close}
      onConfirm={async () => {
        await (key ? deleteApiKey : deleteClient)(dialog.id);
        notices.told(words(key ? 'keys.keyDeleted' : 'keys.clientDeleted'));
      }}
    />
  );
}
