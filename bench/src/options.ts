import { parseArgs } from 'node:util';
import { type Place, places } from './texts/grown';

export const partNames = ['analysis', 'growth', 'edits', 'features', 'startup', 'batch', 'size', 'memory', 'workbench', 'peers'] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  /** Fewer runs and smaller texts: to see that the bench works, not to quote. */
  readonly quick: boolean;
  readonly parts: readonly PartName[];
  /** Where the floods of part `growth` stand. */
  readonly places: readonly Place[];
  /** What the drafts are drawn from. */
  readonly seed: number;
  /** Where the JSON goes, relative to the root of the project. */
  readonly json: string;
}

export const help = `npm run bench -- [--quick] [--only PART,PART] [--places PLACE,PLACE] [--seed N] [--json FILE]

  --quick   fewer runs, smaller texts, fewer edits: to see that it works, not to quote
  --only    ${partNames.join(', ')}
  --places  where the floods of part growth stand: ${places.join(', ')} (default table)
  --seed    what the drafts are drawn from (default 2021)
  --json    where the figures go (default out/bench.json)

Exit status: 0 all targets met, 1 one missed or a part failed, 2 wrong usage.
`;

/** `undefined` where help is asked for. Throws an `Error` that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: partNames.join(',') },
      places: { type: 'string', default: 'table' },
      seed: { type: 'string', default: '2021' },
      json: { type: 'string', default: 'out/bench.json' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`no seed: ${values.seed}`);
  return {
    quick: values.quick,
    parts: among(partNames, values.only),
    places: among(places, values.places),
    seed,
    json: values.json,
  };
}

/** The names in a list with commas. Throws for one that is not among `known`. */
function among<T extends string>(known: readonly T[], list: string): T[] {
  return list.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw new Error(`'${name}' is none of ${known.join(', ')}`);
    return found;
  });
}
