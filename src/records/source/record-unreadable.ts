import type { Kind } from '../../model/records.ts';

/** A record's text is not where its row says: a run that needs it cannot succeed. The message is shown to the user. */
export class RecordUnreadable extends Error {
  override readonly name = 'RecordUnreadable';
  readonly id: string;

  constructor(kind: Kind, id: string) {
    super(`The text of the record "${id}" (${kind}) is gone: import it again, then start the export again.`);
    this.id = id;
  }
}
