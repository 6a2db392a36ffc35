import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { input, scan, tell } from './worker';

/** The floor of a check of many files: reads each in the folder that is the input, and scans it. */
const folder = input<string>();
const files = readdirSync(folder);
for (const file of files) scan(readFileSync(join(folder, file), 'utf8'));
tell(files.length);
