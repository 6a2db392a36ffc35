// Mocha's `spec` output, what passed only when it was tried again, and as JSON in the file that GONGKAI_COUNTS names: the counts and
// what failed, `{ passed, failed, failures: [text] }`.
import { writeFileSync } from 'node:fs';
import mocha from 'mocha';

export default class Counting extends mocha.reporters.Spec {
  /** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const again = [];
    /** @type {string[]} */
    const failures = [];
    runner.on('retry', (test, error) => again.push(`${test.fullTitle()}: ${error.message}`));
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}\n${error.message}`));
    runner.once('end', () => {
      if (again.length > 0) console.log(`  重试过 tried again:\n${again.map((text) => `    ${text}`).join('\n')}\n`);
      const file = process.env.GONGKAI_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures, failures }));
    });
  }
}
