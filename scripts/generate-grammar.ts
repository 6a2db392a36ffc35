import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { grammarFiles } from './grammar/grammar';

/** Writes the grammars in syntaxes/ from the official formats in server/src/editions. */
const root = join(__dirname, '..');
for (const [path, text] of grammarFiles()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`${path}: ${text.length} characters`);
}
