import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/analysis/analyze';
import { grown, type Place } from '../texts/grown';
import { copy, input, scan, tell, time } from './worker';

/** Analyses of one text in several sizes, from small to large. */
export interface GrowthInput {
  /** The draft that it is grown from. */
  readonly file: string;
  readonly kind: string;
  readonly place: Place;
  /** UTF-8 bytes. */
  readonly sizes: readonly number[];
  /** For each size, at most. */
  readonly runs: number;
  /** For each size: no further run is begun after this many milliseconds. */
  readonly budget: number;
}

export interface GrowthOutput {
  /** UTF-8 bytes of the text. */
  readonly size: number;
  /** Milliseconds of each run. */
  readonly analyses: readonly number[];
  readonly scans: readonly number[];
  readonly findings: number;
  readonly threw?: string;
}

const { file, kind, place, sizes, runs, budget } = input<GrowthInput>();
const draft = readFileSync(file, 'utf8');
for (let run = 0; run < 50; run++) analyze(draft);
for (const size of sizes) tell(measure(size));

function measure(size: number): GrowthOutput {
  const made = grown(draft, kind, place, size);
  const bytes = Buffer.from(made, 'utf16le');
  const analyses: number[] = [];
  const scans: number[] = [];
  let findings = 0;
  const until = performance.now() + budget;
  while (analyses.length < runs && (analyses.length === 0 || performance.now() < until)) {
    const text = copy(bytes);
    scans.push(time(() => scan(text)));
    try {
      analyses.push(
        time(() => {
          findings = analyze(text).findings.length;
        }),
      );
    } catch (error) {
      return { size: Buffer.byteLength(made), analyses, scans, findings, threw: String(error) };
    }
  }
  return { size: Buffer.byteLength(made), analyses, scans, findings };
}
