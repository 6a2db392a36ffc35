import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pagesWithTables, rulePages } from './docs/rule-pages';
import { grammarFiles } from './grammar/grammar';
import { initialsFile } from './initials';
import { placesFile } from './places';
import { manifestFiles, schemaFile } from './settings';
import { walkthroughPictures } from './walkthrough';

const root = join(__dirname, '..');

/** Everything that is made from the official formats and the rules, by path from the root of the project. */
export const generatedFiles = (): Map<string, string> =>
  new Map([
    ...grammarFiles(),
    ...rulePages(),
    ...pagesWithTables(root),
    ...initialsFile(),
    ...placesFile(),
    ...schemaFile(),
    ...manifestFiles(),
    ...walkthroughPictures(),
  ]);

if (require.main === module) {
  for (const [path, text] of generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
