import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../parts/notices.tsx';
import {
  giveClientRedirects,
  renameApiKey,
  renameClient,
  renewApiKey,
  renewClientSecret,
  type ClientRow,
} from '../../service/keys.ts';
import { useWords } from '../../words/use-words.tsx';
import type { Made } from './add-dialogs.tsx';
import { addressesOf, RedirectsField } from './redirects-field.tsx';

/** A key or client of the list. */
export interface ChosenRow {
  readonly id: string;
  readonly name: string;
}
interface ChangeProps {
  /** Whether it is an API key; else it is a client. */
  readonly ofKey: boolean;
  readonly chosen: ChosenRow;
  readonly onClose: () => void;
}

/** Gives an API key or a client another name. */
export function RenameDialog({ ofKey, chosen: { id, name: before }, onClose }: ChangeProps) {
  const words = useWords();
  const notices = useNotices();
  const [name, setName] = useState(before);
  const rename = async () => {
    await (ofKey ? renameApiKey : renameClient)(id, name.trim());
    notices.told(words('keys.renamed', { name: name.trim() }));
    onClose();
  };
  return (
    <FormDialog
      title={words('keys.renameTitle', { name: before })}
      verb={words('keys.rename')}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextInput
        label={words('people.name')}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
        autoComplete="off"
        data-autofocus
        required
      />
    </FormDialog>
  );
}

/** Changes where a browser may be sent back to by a client's programs. */
export function RedirectsDialog({
  client: { id, name, redirectUris },
  onClose,
}: {
  readonly client: ClientRow;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const notices = useNotices();
  const [text, setText] = useState(redirectUris.join('\n'));
  const save = async () => {
    await giveClientRedirects(id, addressesOf(text));
    notices.told(words('keys.redirectsSaved', { name }));
    onClose();
  };
  return (
    <FormDialog
      title={words('keys.redirectsOf', { name })}
      verb={words('keys.saveRedirects')}
      onSubmit={save}
      onClose={onClose}
    >
      <RedirectsField text={text} onText={setText} focused />
    </FormDialog>
  );
}

/** Makes another key or secret in the place of one, which is shown once. */
export function RenewDialog({
  ofKey,
  chosen: { id, name },
  onMade,
  onClose,
}: ChangeProps & { readonly onMade: (made: Made) => void }) {
  const words = useWords();
  const renew = async () => {
    const text = await (ofKey ? renewApiKey : renewClientSecret)(id);
    onMade({
      title: words(ofKey ? 'keys.keyMade' : 'keys.clientMade', { name }),
      values: [{ label: words(ofKey ? 'keys.key' : 'keys.secret'), text }],
    });
  };
  return (
    <FormDialog
      title={words(ofKey ? 'keys.renewKeyTitle' : 'keys.renewSecretTitle', { name })}
      note={words(ofKey ? 'keys.renewKeyNote' : 'keys.renewSecretNote')}
      verb={words(ofKey ? 'keys.renewKey' : 'keys.renewSecret')}
      onSubmit={renew}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  );
}
