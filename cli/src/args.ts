import { parseArgs } from 'node:util';
import type { Bilingual } from '../../server/src/editions';
import { bilingual, type Language, readLanguage, usualLanguage } from './language';

/** Wrong usage: said on stderr with a hint at `--help`; exit status 2. */
export class UsageError extends Error {
  constructor(readonly text: Bilingual) {
    super(text.en);
  }
}

export interface Arguments<Format extends string> {
  readonly help: boolean;
  readonly format: Format;
  /** Absent where it is not given: then the config may say. */
  readonly edition: 'auto' | '2019' | '2021' | undefined;
  readonly language: Language;
  /** Also says which silencers do nothing; only where the command knows the option. */
  readonly reportUnused: boolean;
  readonly files: readonly string[];
}

const editions = ['auto', '2019', '2021'] as const;

function oneOf<Choice extends string>(option: string, value: string | undefined, choices: readonly [Choice, ...Choice[]]): Choice {
  if (value === undefined) return choices[0];
  const choice = choices.find((name) => name === value);
  if (choice !== undefined) return choice;
  const list = choices.join(', ');
  throw new UsageError(
    bilingual(`${option} 的值“${value}”无效，可选：${list}`, `invalid value '${value}' of ${option}; choose from: ${list}`),
  );
}

type OptionKinds = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

/** What every command takes. */
const common = { locale: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

interface Given {
  readonly help: boolean;
  readonly language: Language;
  readonly text: (name: string) => string | undefined;
  readonly isSet: (name: string) => boolean;
  readonly positionals: readonly string[];
}

/** The options of a command, beside those that all have, and what else is given. Throws `UsageError`. */
export function readOptions(args: string[], own: OptionKinds = {}): Given {
  const options: OptionKinds = { ...own, ...common };
  // Not strict: its complaints would be English only.
  const { values, positionals, tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(options, name)) throw new UsageError(bilingual(`没有 ${rawName} 这个选项`, `unknown option ${rawName}`));
    const type = options[name]?.type;
    if (type === 'string' && (value === undefined || value === '')) {
      throw new UsageError(bilingual(`选项 ${rawName} 缺少值`, `option ${rawName} needs a value`));
    }
    if (type === 'boolean' && value !== undefined) {
      throw new UsageError(bilingual(`选项 ${rawName} 不带值`, `option ${rawName} takes no value`));
    }
  }
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const locale = text('locale');
  const language = locale === undefined ? usualLanguage(process.env) : readLanguage(locale);
  if (!language)
    throw new UsageError(
      bilingual(`--locale 的值“${locale}”无效，可选：zh, en`, `invalid value '${locale}' of --locale; choose from: zh, en`),
    );
  return { help: values.help === true, language, text, isSet: (name) => values[name] === true, positionals };
}

/** The options that `check` and `extract` share. The first format is the default. Throws `UsageError`. */
export function readArguments<Format extends string>(
  args: string[],
  formats: readonly [Format, ...Format[]],
  switches: readonly 'report-unused'[] = [],
): Arguments<Format> {
  const { help, language, text, isSet, positionals } = readOptions(args, {
    format: { type: 'string' },
    edition: { type: 'string' },
    ...(switches.includes('report-unused') ? { 'report-unused': { type: 'boolean' } } : {}),
  });
  if (!help && positionals.length === 0) throw new UsageError(bilingual('没有给出要检查的文件或文件夹', 'no file or folder given'));
  return {
    help,
    format: oneOf('--format', text('format'), formats),
    edition: text('edition') === undefined ? undefined : oneOf('--edition', text('edition'), editions),
    language,
    reportUnused: isSet('report-unused'),
    files: positionals,
  };
}
