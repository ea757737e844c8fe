export type SetProblem = 'missing' | 'exchanged' | 'damaged' | 'differs';

/** Why the volumes of a set do not make the archive that was exported; the message is meant for the person who holds them. */
export class SetError extends Error {
  readonly problem: SetProblem;
  constructor(problem: SetProblem, message: string) {
    super(message);
    this.name = 'SetError';
    this.problem = problem;
  }
}
