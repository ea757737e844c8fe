import { momentOf } from '../../format/dates.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { RolesDialog } from '../../parts/roles-dialog.tsx';
import { SecretDialog } from '../../parts/secret-dialog.tsx';
import { deletePerson, giveRoles, type InvitationLink, type Person } from '../../service/people.ts';
import { useDates } from '../../words/use-dates.ts';
import { useWords } from '../../words/use-words.tsx';
import { AddDialog } from './add-dialog.tsx';

/** What stands open over the list of users. */
export type PeopleDialog =
  | { readonly kind: 'add' }
  | { readonly kind: 'roles' | 'delete'; readonly person: Person }
  | { readonly kind: 'invited'; readonly invitation: InvitationLink };

interface PeopleDialogsProps {
  readonly dialog: PeopleDialog;
  readonly onDialog: (next: PeopleDialog | null) => void;
}

/** The dialog that is open. */
export function PeopleDialogs({ dialog, onDialog }: PeopleDialogsProps) {
  const words = useWords();
  const notices = useNotices();
  const close = () => onDialog(null);
  if (dialog.kind === 'add')
    return <AddDialog onAdded={(invitation) => onDialog({ kind: 'invited', invitation })} onClose={close} />;
  if (dialog.kind === 'invited') return <Invited invitation={dialog.invitation} onClose={close} />;
  const { name, roles } = dialog.person;
  if (dialog.kind === 'roles')
    return (
      <RolesDialog
        title={words('people.rolesOf', { name })}
        roles={roles}
        onClose={close}
        onSave={async (next) => {
          await giveRoles(name, next);
          notices.told(words('people.rolesSaved', { name }));
        }}
      />
    );
  return (
    <Confirm
      title={words('people.deleteTitle')}
      text={words('people.deleteText')}
      names={[name]}
      verb={words('people.deleteVerb')}
      onClose={close}
      onConfirm={async () => {
        await deletePerson(name);
        notices.told(words('people.deleted', { name }));
      }}
    />
  );
}

function Invited({
  invitation: { name, link, until },
  onClose,
}: {
  readonly invitation: InvitationLink;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const dates = useDates();
  const end = momentOf(until);
  const title = words('people.invitedTitle', { name });
  return (
    <SecretDialog
      title={title}
      note={words('people.invitedNote', { until: end === null ? '' : dates.full(end) })}
      values={[{ label: title, text: link }]}
      onClose={onClose}
    />
  );
}
