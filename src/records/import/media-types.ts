import { addMediaTypes, listMediaTypes, MAX_MEDIA_TYPES } from '../../store/media-types.ts';

/**
 * The media types that interactions of one import may have: those of the contact center, and new ones while there are fewer than
 * MAX_MEDIA_TYPES. Accepted race: imports at the same time may each take the last free ones; the list keeps to its
 * bound, and records of a type beyond it are exported with all media.
 */
export class MediaTypes {
  readonly #known: Set<string>;
  #untold: string[] = [];

  constructor(known: readonly string[]) {
    this.#known = new Set(known);
  }

  /** Reads those of a contact center; one statement. */
  static async of(db: D1Database, ccid: string): Promise<MediaTypes> {
    return new MediaTypes(await listMediaTypes(db, ccid));
  }

  /** Whether a record may have this type, folded. */
  take(media: string): boolean {
    if (this.#known.has(media)) return true;
    if (this.#known.size >= MAX_MEDIA_TYPES) return false;
    this.#known.add(media);
    this.#untold.push(media);
    return true;
  }

  /** Writes the new ones before the records that have them: a type too many harms nobody. */
  async tell(db: D1Database, ccid: string): Promise<void> {
    const added = this.#untold;
    if (added.length === 0) return;
    this.#untold = [];
    await addMediaTypes(db, ccid, added);
  }
}
