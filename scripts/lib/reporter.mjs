// Mocha's `spec` output, and the counts as JSON in the file that GONGKAI_COUNTS names.
import { writeFileSync } from 'node:fs';
import mocha from 'mocha';

export default class Counting extends mocha.reporters.Spec {
  /** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.GONGKAI_COUNTS;
      if (file) writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failed: this.stats.failures }));
    });
  }
}
