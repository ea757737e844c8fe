export type SealedFileProblem = 'not-smime' | 'unsupported' | 'truncated' | 'damaged' | 'wrong-key';

/** Why a sealed file cannot be opened; the message is meant for the person who holds the file. */
export class SealedFileError extends Error {
  readonly problem: SealedFileProblem;
  constructor(problem: SealedFileProblem, message: string) {
    super(message);
    this.name = 'SealedFileError';
    this.problem = problem;
  }
}

export const truncated = () =>
  new SealedFileError('truncated', 'The file ends too early: download it again, and compare its SHA-256.');

export const damaged = (what: string) =>
  new SealedFileError('damaged', `The file is damaged: ${what}. Download it again, and compare its SHA-256.`);
