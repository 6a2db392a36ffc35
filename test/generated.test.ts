import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../scripts/generate';

const root = join(__dirname, '..');

describe('generated files', () => {
  const files = generatedFiles();
  for (const [path, text] of files) {
    it(`${path} is what the formats and rules yield (else: npm run generate)`, () => {
      assert.equal(readFileSync(join(root, path), 'utf8'), text);
    });
  }

  it('there is no page of a rule that is gone', () => {
    const pages = readdirSync(join(root, 'docs', 'rules')).map((name) => `docs/rules/${name}`);
    assert.deepEqual(
      pages.filter((path) => !files.has(path)),
      [],
    );
  });
});
