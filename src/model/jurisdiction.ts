/** Where everything lies and is worked on: chosen before the first deployment, because what is made cannot move. `none` is anywhere. */
export const JURISDICTIONS = ['none', 'eu', 'us', 'fedramp'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** Cloudflare's hints of where a database, a bucket or an object is made: nearest to where it is worked with, and no promise. */
export const LOCATIONS = ['weur', 'eeur', 'wnam', 'enam', 'apac', 'oc'] as const;

/** Where objects are. */
export interface ObjectPlace {
  readonly jurisdiction: Jurisdiction;
  /** Null: nearest to who asks for an object first. */
  readonly location: (typeof LOCATIONS)[number] | null;
}
