/** What the platform gives one invocation, and what a double of it has given. */
export interface Given {
  readonly statements: number;
  readonly subrequests: number;
}

/** What the platform says when it gives no more. */
export class Refused extends Error {
  constructor(words: string) {
    super(`${words} (platform double)`);
  }
}

/** Counts an invocation's calls, and refuses what is one too many. Everything refused is remembered: nothing may be. */
export class Calls {
  readonly refused: string[] = [];
  /** The most that one invocation used. */
  most: Given = { statements: 0, subrequests: 0 };
  #used = { statements: 0, subrequests: 0 };
  readonly #limits: Given;

  constructor(limits: Given) {
    this.#limits = limits;
  }

  /** Another invocation begins. */
  begin(): void {
    this.#used = { statements: 0, subrequests: 0 };
  }

  spend(statements: number): void {
    const used = this.#used;
    used.statements += statements;
    used.subrequests += 1;
    this.most = {
      statements: Math.max(this.most.statements, used.statements),
      subrequests: Math.max(this.most.subrequests, used.subrequests),
    };
    this.must(
      used.statements <= this.#limits.statements,
      'Too many API requests by single Worker invocation',
    );
    this.must(used.subrequests <= this.#limits.subrequests, 'Too many subrequests');
  }

  must(holds: boolean, words: string): void {
    if (holds) return;
    this.refused.push(words);
    throw new Refused(words);
  }
}
