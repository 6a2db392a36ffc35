import { work } from '../child';
import { type Context, draftOf, MB, script } from '../context';
import type { Figure } from '../figures';
import { least, median } from '../statistics';
import { layoutNames } from '../texts/drafts';
import { floodNames, floods, longReports, type Place } from '../texts/grown';
import type { GrowthInput, GrowthOutput } from '../workers/growth';

const megabyteTarget = 40;
/**
 * From the smallest to the largest size it is eight times, and half as much again for the memory management of a larger
 * heap; small texts fit into the young generation, which favours them further. Quadratic growth would be 64 times.
 */
const growthTarget = { full: 12, quick: 20 };

interface Text {
  readonly layout: keyof Context['drafts'];
  readonly kind: string;
  readonly place: Place;
}

/** One megabyte of report in every layout, and how the time grows from 1 to 8 MB, with floods of whatever may be slow. */
export async function* growth(context: Context): AsyncIterable<Figure> {
  for (const layout of layoutNames) {
    for (const kind of longReports) yield* measure(context, { layout, kind, place: 'alone' });
  }
  for (const kind of floodNames) {
    for (const place of context.options.places) yield* measure(context, { layout: floods[kind].layout, kind, place });
  }
}

async function* measure(context: Context, { layout, kind, place }: Text): AsyncIterable<Figure> {
  const { quick } = context.options;
  const isReport = (longReports as readonly string[]).includes(kind);
  const sizes = (quick ? [0.125, 0.25, 0.5, 1] : [1, 2, 4, 8]).map((size) => size * MB);
  const input: GrowthInput = {
    file: draftOf(context, layout).file,
    kind,
    place,
    sizes,
    runs: isReport ? 9 : 3,
    budget: quick ? 300 : 3000,
  };
  const { said, problem } = await work<GrowthOutput>(script(context, 'growth'), input, quick ? 15 : 45);
  const id = isReport ? `growth.${layout}.${kind}` : `growth.${kind.replaceAll(' ', '-')}.${place}`;
  const name = isReport ? `${layout} · ${kind}` : `${kind} · ${place}`;
  const threw = said.find((output) => output.threw !== undefined)?.threw;
  const trouble = threw ?? (said.length < sizes.length ? `${megabytes(sizes[said.length])} MB: ${problem ?? 'no output'}` : problem);
  const whole = said.filter((output) => output.threw === undefined);
  const detail = {
    MB: whole.map(({ size }) => size / MB),
    ms: whole.map(({ analyses }) => least(analyses)),
    scanned: whole.map(({ scans }) => least(scans)),
    findings: whole.map(({ findings }) => findings),
  };
  if (isReport) yield megabyte(`${id}.1MB`, `${name} · 1 MB`, whole, trouble);
  const [small, large] = [whole[0], whole[sizes.length - 1]];
  const perMB = { id: `${id}.perMB`, name: `${name} · ms/MB`, unit: 'ms/MB' as const };
  const growing = { id: `${id}.growth`, name: `${name} · ×8`, unit: '×' as const, target: quick ? growthTarget.quick : growthTarget.full };
  if (!small || !large || trouble !== undefined) {
    yield { ...growing, problem: trouble ?? 'no output', detail };
    return;
  }
  const each = (samples: readonly number[], output: GrowthOutput): number => (least(samples) / output.size) * MB;
  const scanName = 'an empty scan of the same text';
  if (!isReport) yield { ...perMB, value: each(large.analyses, large), floor: { name: scanName, value: each(large.scans, large) }, detail };
  // By the sizes that the texts really have: a flood with a long unit is a little shorter than asked for.
  const by = (of: (output: GrowthOutput) => readonly number[]): number =>
    ((each(of(large), large) / each(of(small), small)) * sizes[sizes.length - 1]!) / sizes[0]!;
  yield {
    ...growing,
    value: by(({ analyses }) => analyses),
    floor: { name: scanName, value: by(({ scans }) => scans) },
    detail,
  };
}

const megabytes = (size: number | undefined): string => String((size ?? Number.NaN) / MB);

function megabyte(id: string, name: string, outputs: readonly GrowthOutput[], problem: string | undefined): Figure {
  const figure = { id, name, unit: 'ms' as const, target: megabyteTarget };
  const output = outputs.find(({ size }) => Math.round(size / MB) === 1);
  if (!output) return { ...figure, problem: problem ?? 'no output' };
  return {
    ...figure,
    value: median(output.analyses),
    floor: { name: 'an empty scan of the same text', value: median(output.scans) },
    detail: { runs: output.analyses },
  };
}
