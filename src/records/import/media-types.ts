/** Media types that are kept of one contact center at most. */
export const MAX_MEDIA_TYPES = 1_000;

/**
 * The media types that interactions of one import may have: those of the contact center, and new ones while there are fewer than
 * MAX_MEDIA_TYPES. Accepted race: imports at the same time may each take the last free ones; the list keeps to its
 * bound, and records of a type beyond it are exported with all media.
 */
export class MediaTypes {
  readonly #known: Set<string>;

  constructor(known: readonly string[]) {
    this.#known = new Set(known);
  }

  /** Whether a record may have this type, folded. */
  take(media: string): boolean {
    if (this.#known.has(media)) return true;
    if (this.#known.size >= MAX_MEDIA_TYPES) return false;
    this.#known.add(media);
    return true;
  }
}
