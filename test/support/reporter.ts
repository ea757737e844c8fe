import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Closes the output with `N passed, N failed[, N skipped]` and names what was skipped. */
export default class SummaryReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  readonly #skipped: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    this.#counts[state] += 1;
    if (state === 'skipped') this.#skipped.push(test.fullName);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    // A file that does not load has no tests to fail: it counts as one failure itself.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = this.#counts.failed + errors.length + broken;
    for (const name of this.#skipped) console.log(`skipped: ${name}`);
    const skipped = this.#counts.skipped ? `, ${this.#counts.skipped} skipped` : '';
    console.log(`${this.#counts.passed} passed, ${failed} failed${skipped}`);
  }
}
