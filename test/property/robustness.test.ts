import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { analyze } from '../../server/src/analysis/analyze';
import { balancedSpec, draftStyle } from '../generator/arbitrary';
import { faultKinds, withFault } from '../generator/faults';
import { Random } from '../generator/random';
import { layoutNames, render } from '../generator/render';
import { assertSound, holds } from './support';

/** What tables and headings are made of, to be strewn into texts. */
const fragments = [
  '|',
  '||||',
  ' | ',
  '\t',
  '\t\t\t',
  '\n',
  '\r\n',
  '\r',
  '\f',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udc00',
  '𠮷',
  '　',
  '\u00a0',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '<td rowspan=3 colspan=2>',
  '<td colspan=100000>',
  '<td rowspan="-1">',
  '<td colspan=',
  '</td>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&nbsp;',
  '&#x110000;',
  '&amp',
  '&',
  '<',
  '<script>',
  '</p',
  '| --- | --- |',
  '```',
  '# ',
  '**',
  '0',
  '12',
  '１２',
  '-3',
  '增 82',
  '99999999999999999999999999999999999999999',
  '0.5',
  '万元',
  '（一）',
  '一、',
  '三、本年度办理结果',
  '（七）总计',
  '总计',
  '3.其他',
  '自然人',
  '结果维持',
  '四、结转下年度继续办理',
  '行政复议',
  '第二十条第（八）项',
  '信息内容',
  '二、主动公开政府信息情况',
  '六、其他需要报告的事项',
  '2023年政府信息公开工作年度报告',
  '<!-- gongkai-ignore-next-line sum-row: 经核实 -->',
];

const fragment = fc.constantFrom(...fragments);

type Mutation = (text: string, random: Random) => string;

const at = (text: string, random: Random): number => random.int(0, text.length);
const cutOut = (text: string, from: number, length: number): string => text.slice(0, from) + text.slice(from + length);

const onLines =
  (change: (lines: string[], random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random);
    return lines.join('\n');
  };

const anyLine = (lines: string[], random: Random): number => random.int(0, lines.length - 1);

/** What happens to texts on the way: between programs, under the cursor, on a bad line. */
const mutations: Readonly<Record<string, Mutation>> = {
  truncate: (text, random) => text.slice(0, at(text, random)),
  behead: (text, random) => text.slice(at(text, random)),
  deleteCharacter: (text, random) => cutOut(text, at(text, random), 1),
  deleteStretch: (text, random) => cutOut(text, at(text, random), random.int(2, 400)),
  insertFragment: (text, random) => {
    const offset = at(text, random);
    return text.slice(0, offset) + random.pick(fragments) + text.slice(offset);
  },
  doubleStretch: (text, random) => {
    const offset = at(text, random);
    return text.slice(0, offset) + text.slice(offset, offset + random.int(1, 600)) + text.slice(offset);
  },
  deleteLine: onLines((lines, random) => void lines.splice(anyLine(lines, random), random.int(1, 4))),
  doubleLine: onLines((lines, random) => {
    const line = anyLine(lines, random);
    lines.splice(line, 0, lines[line] ?? '');
  }),
  swapLines: onLines((lines, random) => {
    const [one, other] = [anyLine(lines, random), anyLine(lines, random)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  }),
  joinLines: onLines((lines, random) => {
    const line = anyLine(lines, random);
    lines.splice(line, 2, (lines[line] ?? '') + (lines[line + 1] ?? ''));
  }),
  deleteDelimiters: (text, random) => {
    const delimiter = random.pick(['|', '\t', '\n', '<td', '</td>', '</tr>', '>', ' ', '、', '0']);
    return text.split(delimiter).join('');
  },
  swapDelimiters: (text, random) => text.replaceAll(random.pick(['|', '\t', '\n', ' ']), random.pick(['|', '\t', '\n', ' ', '||', '<td>'])),
  breakTags: (text, random) =>
    text.replace(/<\/?[a-z]+/gi, (tag) => (random.chance(0.05) ? random.pick(['<', '</', '', '<tr', '<table']) : tag)),
  carriageReturns: (text) => text.replaceAll('\n', '\r'),
};
const names = Object.keys(mutations);

const mutated = fc
  .record({
    spec: balancedSpec,
    style: fc.oneof(...layoutNames.map((layout) => draftStyle(layout))),
    seed: fc.integer({ min: 0, max: 0x7fffffff }),
    fault: fc.constantFrom(undefined, ...faultKinds),
    steps: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
  })
  .map(({ spec, style, seed, fault, steps }) => {
    const random = new Random(seed);
    const faulty = fault ? withFault(spec, fault, style.layout, random) : undefined;
    let text = render(faulty ?? spec, style).text;
    for (const step of steps) text = mutations[step]?.(text, random) ?? text;
    return text;
  });

const sound = (text: string): undefined => void assertSound(text);
const shown = (text: string): string => JSON.stringify(text);

describe('any text at all', () => {
  holds('strings of any code units', fc.string({ unit: 'binary', maxLength: 300 }), { fixed: 400, random: 200 }, sound, shown);
  holds('strings of graphemes', fc.string({ unit: 'grapheme', maxLength: 300 }), { fixed: 200, random: 100 }, sound, shown);
  holds(
    'strings of what tables are made of',
    fc.array(fc.oneof({ weight: 5, arbitrary: fragment }, fc.string({ maxLength: 5 })), { maxLength: 120 }).map((parts) => parts.join('')),
    { fixed: 600, random: 300 },
    sound,
    shown,
  );
  holds('mutated drafts', mutated, { fixed: 900, random: 400 }, sound, shown);

  it('a draft cut off at any place', () => {
    for (const layout of layoutNames) {
      const [drawn] = fc.sample(fc.tuple(balancedSpec, draftStyle(layout)), { seed: 4, numRuns: 1 });
      assert.ok(drawn);
      const { text } = render(...drawn);
      const step = Math.max(1, Math.floor(text.length / 220));
      for (let end = 0; end <= text.length; end += step) assertSound(text.slice(0, end));
    }
  });

  holds(
    'is judged the same a second time',
    mutated,
    { fixed: 40, random: 20 },
    (text) => {
      const [first, second] = [analyze(text), analyze(text)];
      return isDeepStrictEqual(first, second) ? undefined : 'the second analysis differs from the first';
    },
    shown,
  );
});
