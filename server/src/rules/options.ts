import { type Bilingual, remembered } from '../editions';

/** What the user of a rule may set beside its severity. Reading, JSON schema, the editor's settings and the rule's page derive from it. */
export type Option =
  | (ChoiceKey & { readonly standard: string })
  | (WordsKey & { readonly example: string })
  /** A day of the year, as `01-31`. */
  | { readonly kind: 'day'; readonly about: Bilingual; readonly standard: string };

export interface ChoiceKey {
  readonly kind: 'choice';
  readonly about: Bilingual;
  readonly choices: readonly Choice[];
  readonly standard?: string;
}

/** A list of texts, none of them empty; empty unless something is said. */
export interface WordsKey {
  readonly kind: 'words';
  readonly about: Bilingual;
}

export interface Choice {
  readonly value: string;
  readonly about: Bilingual;
}

/** By their names. */
export type Options = Readonly<Record<string, Option>>;
export type OptionValue = string | readonly string[];
export type OptionValues = Readonly<Record<string, OptionValue>>;

type ValueOf<O extends Option> = O extends { readonly kind: 'words' }
  ? readonly string[]
  : O extends { readonly kind: 'choice' }
    ? O['choices'][number]['value']
    : string;
export type ValuesOf<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> };

export const standardOf = (option: Option): OptionValue => (option.kind === 'words' ? [] : option.standard);

/** What holds for a rule: what is given, and the standard for the rest. */
export function valuesOf(options: Options, given?: OptionValues): OptionValues {
  return given ? { ...standardsOf(options), ...given } : standardsOf(options);
}

const standardsOf = remembered(
  (options: Options): OptionValues => Object.fromEntries(Object.entries(options).map(([name, option]) => [name, standardOf(option)])),
);

/** A day that every year has, as a JSON schema says it. */
export const DAY = '^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))$';
const day = new RegExp(DAY);
export const isDay = (text: string): boolean => day.test(text);
