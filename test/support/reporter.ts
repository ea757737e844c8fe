import type { Reporter, TestCase } from 'vitest/node';

/** Closes the output with `N passed, N failed[, N skipped]` and names what was skipped. */
export default class SummaryReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  readonly #skipped: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    this.#counts[state] += 1;
    if (state === 'skipped') this.#skipped.push(test.fullName);
  }

  onTestRunEnd(_modules: unknown, errors: readonly unknown[]): void {
    const failed = this.#counts.failed + errors.length;
    for (const name of this.#skipped) console.log(`skipped: ${name}`);
    const skipped = this.#counts.skipped ? `, ${this.#counts.skipped} skipped` : '';
    console.log(`${this.#counts.passed} passed, ${failed} failed${skipped}`);
  }
}
