import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarFiles } from '../../scripts/grammar/grammar';

describe('grammar: generated files', () => {
  for (const [path, text] of grammarFiles()) {
    it(`${path} is what the official formats yield (else run: npx tsx scripts/generate-grammar.ts)`, () => {
      assert.equal(readFileSync(join(__dirname, '..', '..', path), 'utf8'), text);
    });
  }
});
