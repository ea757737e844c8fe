/** Where everything lies and is worked on: chosen before the first deployment, because what is made cannot move. `none` is anywhere. */
export const JURISDICTIONS = ['none', 'eu', 'us', 'fedramp'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];
