import type { RecordStores } from '../stores.ts';

/** What an erasure removed, in records. */
export interface Erased {
  readonly contacts: number;
  readonly contactAttributes: number;
  readonly interactions: number;
  readonly documents: number;
}

/**
 * Erases one contact with its attributes, its interactions and their documents, and the texts of theirs that lie in R2, which go
 * within moments. Cut off anywhere, it is simply asked for again: the contact itself goes last.
 */
export async function eraseContact(
  { storeOf }: Pick<RecordStores, 'storeOf'>,
  ccid: string,
  contactId: string,
): Promise<Erased> {
  const { owners: interactions, members: documents } = await storeOf(ccid, 'Interaction').eraseInteractionsOf(
    contactId,
  );
  const { owners: contacts, members: contactAttributes } = await storeOf(ccid, 'Contact').eraseContact(
    contactId,
  );
  return { contacts, contactAttributes, interactions, documents };
}
