/** What the command line asks for, the same for every part. */
export interface Settings {
  /** Records of a measurement; each part has a number of its own where this is absent. */
  readonly records?: number;
  /** Rounds in which the service and its rival take turns. */
  readonly rounds: number;
  readonly signal: AbortSignal;
  /** Says on stderr how far the bench is. */
  readonly say: (words: string) => void;
}
