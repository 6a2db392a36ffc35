import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { analyze } from '../../../server/src/analysis/analyze';
import { compileOnce } from '../../../server/src/input/engine';
import { copy, input, scan, tell, time } from './worker';

/** The first analysis in a fresh process, of the first of the files that are the input, beside the first empty scan. */
export interface FirstCallOutput {
  readonly analysis: number;
  readonly scan: number;
}

// As server and command line run.
setFlagsFromString(compileOnce);
const [text = '', ...others] = input<string[]>().map((file) => copy(Buffer.from(readFileSync(file, 'utf8'), 'utf16le')));
const scanned = time(() => scan(text));
const analysis = time(() => analyze(text));
for (const other of others) analyze(other);
tell({ analysis, scan: scanned } satisfies FirstCallOutput);
