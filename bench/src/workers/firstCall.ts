import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { analyze } from '../../../server/src/analysis/analyze';
import { compileOnce } from '../../../server/src/input/engine';
import { copy, input, scan, tell, time } from './worker';

/** The first analysis in a fresh process, of the file that is the input, beside the first empty scan. */
export interface FirstCallOutput {
  readonly analysis: number;
  readonly scan: number;
}

// As server and command line run.
setFlagsFromString(compileOnce);
const text = copy(Buffer.from(readFileSync(input<string>(), 'utf8'), 'utf16le'));
const scanned = time(() => scan(text));
const analysis = time(() => analyze(text));
tell({ analysis, scan: scanned } satisfies FirstCallOutput);
