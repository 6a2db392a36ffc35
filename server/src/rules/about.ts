import type { Bilingual } from '../editions';
import { standardOf } from './options';
import type { Rule } from './rule';
import { fixNames, severityNames } from './words';

/** What is to be known of a rule, in one language: what its page says, for whoever has no network or no browser. */
export interface About {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly facts: readonly Fact[];
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** The value is to be written as it stands. */
  readonly isCode?: true;
  readonly details?: readonly string[];
}

export function about(rule: Rule, language: keyof Bilingual): About {
  const { id, severity, title, explanation, basis, fix, editions, options = {} } = rule;
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  return {
    id,
    title: title[language],
    explanation: explanation[language],
    facts: [
      { name: say('默认级别', 'Severity'), value: severityNames[severity][language] },
      { name: say('适用版本', 'Editions'), value: editions.join(say('、', ', ')) },
      { name: say('修正', 'Fix'), value: fixNames[fix][language] },
      ...(basis ? [{ name: say('依据', 'Basis'), value: basis[language] }] : []),
      ...Object.entries(options).map(([name, option]) => ({
        name: `${say('选项', 'Option')} ${name}`,
        value: `${option.about[language]}${say('默认 ', ' Default: ')}${JSON.stringify(standardOf(option))}`,
        ...(option.kind === 'choice' && {
          details: option.choices.map((choice) => `"${choice.value}"${say('：', ': ')}${choice.about[language]}`),
        }),
      })),
      {
        name: say('忽略一处', 'To silence one'),
        value: `<!-- gongkai-ignore-next-line ${id}: ${say('理由', 'reason')} -->`,
        isCode: true,
      },
      { name: say('不再检查', 'To switch it off'), value: `.gongkairc.json  { "rules": { "${id}": "off" } }`, isCode: true },
    ],
  };
}
