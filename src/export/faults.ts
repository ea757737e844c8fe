/** The lease was lost, or the run has ended: whoever throws it has nothing more to write. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The run cannot succeed, however often it is tried. The message is shown to the user. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
}

/** A volume cannot be completed any more: its archive has to be begun anew. */
export class VolumeSpoiled extends Error {
  override readonly name = 'VolumeSpoiled';
}

/** Documents went to another entry or media while a DataSync run read: it has to be planned anew. */
export class RecordsMoved extends Error {
  override readonly name = 'RecordsMoved';

  constructor() {
    super(
      'Imports changed ENTITYTYPEID or MEDIATYPEID of interactions with documents whenever this run read them. ' +
        'Nothing is lost: the next run exports everything since the last Finished one. Start it between such imports.',
    );
  }
}

/** What a fault is called in a run's history: one line, bounded. */
export function describeFault(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `The export met the same fault again and again: ${text.slice(0, 500)}`;
}
