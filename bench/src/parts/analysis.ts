import { work } from '../child';
import { type Context, type Draft, draftOf, script } from '../context';
import type { Figure } from '../figures';
import { median, percentile } from '../statistics';
import { type LayoutName, layoutNames } from '../texts/drafts';
import type { AnalysisInput, AnalysisOutput } from '../workers/analysis';
import type { FirstCallOutput } from '../workers/firstCall';

const warmTarget = 1;
const wordyTarget = 2;
const firstTarget = 15;

/** A full analysis of a 15 KB report in every layout, warm and on the first call in a process; warm of one with 30 KB of prose, as published and denser. */
export async function* analysis(context: Context): AsyncIterable<Figure> {
  for (const layout of layoutNames) {
    yield* warm(context, layout, context.drafts[layout], warmTarget);
    yield await first(context, layout, 'firstCall');
    yield await first(context, layout, 'firstCompiled');
  }
  yield* warm(context, 'prose', context.wordy, wordyTarget);
  yield* warm(context, 'dense', context.dense);
}

async function* warm(
  context: Context,
  name: LayoutName | 'prose' | 'dense',
  drafts: readonly Draft[],
  target?: number,
): AsyncIterable<Figure> {
  const { quick } = context.options;
  const input: AnalysisInput = {
    files: drafts.map(({ file }) => file),
    // Rounds: V8 goes on making code faster for some thousand analyses.
    warmUp: quick ? 100 : 400,
    runs: quick ? 500 : 4000,
    seconds: quick ? 3 : 15,
  };
  const { said, problem } = await work<AnalysisOutput>(script(context, 'analysis'), input, input.seconds + 40);
  const [output] = said;
  for (const p of [50, 95] as const) {
    const figure = { id: `analysis.${name}.p${p}`, name: `${name} · p${p}`, unit: 'ms' as const, ...(target && { target }) };
    if (!output) {
      yield { ...figure, problem: problem ?? 'no output' };
      continue;
    }
    yield {
      ...figure,
      value: percentile(output.analyses, p / 100),
      floor: { name: 'an empty scan of the same text', value: percentile(output.scans, p / 100) },
      detail: {
        runs: output.analyses.length,
        drafts: input.files.map((_, i) => percentile(everyNth(output.analyses, input.files.length, i), p / 100)),
      },
    };
  }
}

const everyNth = (samples: readonly number[], n: number, first: number): number[] => samples.filter((_, i) => i % n === first);

/** How the first call is loaded: by itself, or with what V8 made of it before. */
const loaded = {
  firstCall: { id: 'first', zh: '首次 first call' },
  firstCompiled: { id: 'compiled', zh: '首次，预编译 first call, compiled ahead' },
} as const;

async function first(context: Context, layout: LayoutName, name: keyof typeof loaded): Promise<Figure> {
  const { id, zh } = loaded[name];
  const figure = { id: `analysis.${layout}.${id}`, name: `${layout} · ${zh}`, unit: 'ms' as const, target: firstTarget };
  const { file } = draftOf(context, layout);
  const outputs: FirstCallOutput[] = [];
  for (let run = 0; run < (context.options.quick ? 3 : 11); run++) {
    const { said, problem } = await work<FirstCallOutput>(script(context, name), [file], 20);
    if (problem !== undefined) return { ...figure, problem };
    outputs.push(...said);
  }
  return {
    ...figure,
    value: median(outputs.map(({ analysis: took }) => took)),
    floor: { name: 'an empty scan of the same text, on its first call', value: median(outputs.map(({ scan }) => scan)) },
    detail: { runs: outputs.map(({ analysis: took }) => took) },
  };
}
