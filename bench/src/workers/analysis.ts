import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/analysis/analyze';
import { copy, input, scan, tell, time } from './worker';

/** Warm analyses of drafts in turn, each of a fresh copy, each beside an empty scan. */
export interface AnalysisInput {
  readonly files: readonly string[];
  /** Rounds over all drafts that do not count. */
  readonly warmUp: number;
  readonly runs: number;
  /** After this many seconds it stops with what it has. */
  readonly seconds: number;
}

export interface AnalysisOutput {
  /** Milliseconds of each run; the drafts in turn. */
  readonly analyses: readonly number[];
  readonly scans: readonly number[];
}

const { files, warmUp, runs, seconds } = input<AnalysisInput>();
const drafts = files.map((file) => Buffer.from(readFileSync(file, 'utf8'), 'utf16le'));
const analyses: number[] = [];
const scans: number[] = [];
const until = performance.now() + seconds * 1000;
for (let run = -warmUp * drafts.length; run < runs && (run < 100 || performance.now() < until); run++) {
  const text = copy(drafts[(run + warmUp * drafts.length) % drafts.length] as Buffer);
  const scanned = time(() => scan(text));
  const analyzed = time(() => analyze(text));
  if (run < 0) continue;
  scans.push(scanned);
  analyses.push(analyzed);
}
tell({ analyses, scans } satisfies AnalysisOutput);
