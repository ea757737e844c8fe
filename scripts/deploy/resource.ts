import type { World } from './world.ts';

/** What was found where a thing should be. */
export type Found =
  | { readonly is: 'right'; readonly note?: string }
  | { readonly is: 'absent' }
  /** There, and not as it should be: in what. */
  | { readonly is: 'different'; readonly how: string }
  /** The name is taken by something that is not ours: why we think so, and what to do. */
  | { readonly is: 'foreign'; readonly why: string };

/** A thing that a deployment consists of. To look changes nothing; to make may be done twice, and goes on where it was cut off. */
export interface Resource {
  /** For people, with its name: `D1 database user-data-management`. */
  readonly title: string;
  /** What is made where it is absent, and why, where the title does not say it. */
  readonly about?: string;
  /** Whether it is looked after rather than made. */
  readonly checks?: true;
  look(world: World): Promise<Found>;
  make(world: World): Promise<void>;
}
