/** A run slept so long that what it was reading is no longer kept: it has to be planned anew. */
export class SnapshotGone extends Error {
  override readonly name = 'SnapshotGone';

  constructor() {
    super(
      'The records that this run was reading were not kept until it went on, however often it began. Nothing is lost: start the export again.',
    );
  }
}
