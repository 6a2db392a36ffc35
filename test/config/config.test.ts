import assert from 'node:assert/strict';
import { type Config, merged, readConfig } from '../../server/src/config/config';
import { isIncluded } from '../../server/src/config/globs';
import { readJson, treeOfValue } from '../../server/src/config/tree';
import { readYaml } from '../../server/src/config/yaml';

const json = (text: string): Config => readConfig(readJson(text));
const yaml = (text: string): Config => readConfig(readYaml(text));
const shown = (text: string, { faults }: Config): [string, string][] =>
  faults.map(({ range, message }) => [text.slice(range.start, range.end), message.zh]);

const full = `{
  // 本单位
  "$schema": "./gongkairc.schema.json",
  "rules": { "sum-row": "warning", "text-latin": "off", "cell-empty": { "severity": "hint" }, "date-late": { "department": "01-20" } },
  "edition": "2021",
  "unit": "department",
  "words": ["LED"],
  "include": ["年报/**"],
  "exclude": ["旧稿"],
  "skeleton": { "fill": "0", "layout": "tab" },
}`;
const meant = {
  rules: { 'sum-row': 'warning', 'text-latin': 'off', 'cell-empty': 'hint' },
  options: { 'date-late': { department: '01-20' } },
  edition: '2021',
  unit: 'department',
  words: ['LED'],
  include: ['年报/**'],
  exclude: ['旧稿'],
  skeleton: { fill: '0', layout: 'tab' },
};

describe('config files', () => {
  it('are read as JSON with comments and trailing commas', () => {
    assert.deepEqual(json(full), { preferences: meant, faults: [] });
  });

  it('are read as YAML', () => {
    const text = `# 本单位
rules:
  sum-row: warning
  text-latin: off
  cell-empty: { severity: hint }
  date-late: { department: 01-20 }
edition: 2021
unit: department
words: [LED]
include:
  - 年报/**
exclude: [旧稿]
skeleton:
  fill: 0
  layout: tab
`;
    assert.deepEqual(yaml(text), { preferences: meant, faults: [] });
  });

  it('may be empty', () => {
    for (const text of ['', ' \n', '{}']) assert.deepEqual(json(text), { preferences: {}, faults: [] });
    for (const text of ['', '# nothing\n']) assert.deepEqual(yaml(text), { preferences: {}, faults: [] });
  });

  const faults: [text: string, place: string, said: RegExp, preferences: object][] = [
    ['{"ruels": {}, "edition": "2019"}', '"ruels"', /没有“ruels”这个设置.*是否指“rules”/, { edition: '2019' }],
    [
      '{"rules": {"sum-rwo": "off", "sum-row": "off"}}',
      '"sum-rwo"',
      /没有“sum-rwo”这个规则.*是否指“sum-row”/,
      { rules: { 'sum-row': 'off' } },
    ],
    [
      '{"rules": {"sum-row": "fatal", "sum-results": "off"}}',
      '"fatal"',
      /“rules.sum-row”的值应为以下之一：error \/ warning/,
      { rules: { 'sum-results': 'off' } },
    ],
    ['{"rules": {"sum-row": {"severity": "off", "level": 3}}}', '"level"', /没有“level”这个选项/, { rules: { 'sum-row': 'off' } }],
    [
      '{"rules": {"date-late": {"department": "1月20日", "government": "03-20", "severity": "hint"}}}',
      '"1月20日"',
      /“rules.date-late.department”的值应为“月-日”/,
      { rules: { 'date-late': 'hint' }, options: { 'date-late': { government: '03-20' } } },
    ],
    ['{"rules": {"date-late": {"department": "02-29"}}, "unit": "town"}', '"02-29"', /“月-日”，如 "01-31"/, { rules: {}, unit: 'town' }],
    ['{"rules": {"date-late": {"deparment": "01-20"}}}', '"deparment"', /没有“deparment”这个选项.*是否指“department”/, { rules: {} }],
    ['{"rules": {"sum-row": {"department": "01-20"}}}', '"department"', /没有“department”这个选项/, { rules: {} }],
    [
      '{"rules": {"prose-table": {"scope": "all"}, "placeholder": {"also": ["某某局"]}}}',
      '"all"',
      /以下之一：auto \/ same/,
      { rules: {}, options: { placeholder: { also: ['某某局'] } } },
    ],
    [
      '{"rules": {"placeholder": {"also": ["", "某某局"]}}}',
      '""',
      /其中这一项不是/,
      { rules: {}, options: { placeholder: { also: ['某某局'] } } },
    ],
    ['{"edition": 2020, "unit": "town"}', '2020', /“edition”的值应为以下之一：auto \/ 2019 \/ 2021/, { unit: 'town' }],
    ['{"words": "LED", "unit": "town"}', '"LED"', /“words”的值应为一列文字/, { unit: 'town' }],
    ['{"words": ["LED", 7]}', '7', /其中这一项不是/, { words: ['LED'] }],
    ['{"skeleton": {"fill": null, "layout": "html"}}', 'null', /“skeleton.fill”/, { skeleton: { layout: 'html' } }],
    ['{"unit": "town" "edition": "2019"}', '"edition"', /不合 JSON 的写法/, { unit: 'town', edition: '2019' }],
    ['[1]', '[1]', /配置应为一组/, {}],
    ['{"__proto__": {"edition": "2019"}}', '"__proto__"', /没有“__proto__”/, {}],
  ];
  for (const [text, place, said, preferences] of faults) {
    it(`tell what is wrong in ${text}, and keep the rest`, () => {
      const config = json(text);
      assert.equal(config.faults.length, 1);
      const [[at, words] = ['', '']] = shown(text, config);
      assert.equal(at, place);
      assert.match(words, said);
      assert.match(config.faults[0]?.message.en ?? '', /^[A-Z“].*[.?]$/);
      assert.deepEqual(config.preferences, preferences);
    });
  }

  it('tell the place in YAML', () => {
    const text = 'edition: 2019\nrules:\n  sum-rwo: off\n';
    const config = yaml(text);
    assert.deepEqual(config.preferences, { edition: '2019', rules: {} });
    assert.equal(shown(text, config)[0]?.[0], 'sum-rwo');
    const broken = yaml('edition: 2019\nwords: [a\n');
    assert.ok(broken.faults.length > 0);
    assert.equal(broken.preferences.edition, '2019');
  });

  it('name a place once that is wrong in more than one way', () => {
    for (const config of [json('{"rules": {"sum-row": "off",, "sum-balance": "off"}}'), yaml('edition: 2019\nrules: {a: [}')])
      assert.equal(new Set(config.faults.map(({ range, message }) => `${range.start} ${message.zh}`)).size, config.faults.length);
  });

  it('survive whatever stands in them', () => {
    const bombs = [
      '['.repeat(200_000),
      '['.repeat(499),
      '- '.repeat(49_000),
      '- '.repeat(1_000),
      Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      '{"a":'.repeat(50_000),
      '"',
      '\u0000',
      '{"rules":',
      'a: &a [*a, *a]',
      '- - - -',
      '%YAML 9',
      '\ud800',
      `a: &x [1]\nb: &y [${'*x,'.repeat(500)}]\nc: [${'*y,'.repeat(500)}]`,
    ];
    for (const text of bombs) {
      assert.ok(Array.isArray(json(text).faults));
      assert.ok(Array.isArray(yaml(text).faults));
    }
  });

  it('go before the user’s settings, key by key and rule by rule', () => {
    assert.deepEqual(
      merged(
        {
          edition: '2019',
          unit: 'town',
          rules: { 'sum-row': 'hint', 'cell-empty': 'off' },
          words: ['a'],
          options: { 'date-late': { department: '01-10', government: '03-10' }, placeholder: { also: ['a'] } },
          skeleton: { fill: '0', layout: 'tab' },
        },
        {
          edition: '2021',
          rules: { 'sum-row': 'error' },
          words: ['b'],
          options: { 'date-late': { department: '01-20' } },
          skeleton: { layout: 'html' },
        },
      ),
      {
        edition: '2021',
        unit: 'town',
        rules: { 'sum-row': 'error', 'cell-empty': 'off' },
        words: ['a', 'b'],
        options: { 'date-late': { department: '01-20', government: '03-10' }, placeholder: { also: ['a'] } },
        skeleton: { fill: '0', layout: 'html' },
      },
    );
  });

  it('are read alike from the settings of an editor', () => {
    const { options: _, ...others } = meant;
    const rules = { ...meant.rules, 'date-late': { department: '01-20' } };
    const settings = { ...others, rules, edition: 2021, trace: { server: 'off' } };
    assert.deepEqual(readConfig({ tree: treeOfValue(settings), faults: [] }).preferences, meant);
  });
});

describe('patterns of included and excluded files', () => {
  const cases: [pattern: string, yes: string[], no: string[]][] = [
    ['旧稿', ['旧稿/a.md', 'x/旧稿/a.md', '旧稿'], ['旧稿2/a.md', 'a旧稿']],
    ['旧稿/', ['旧稿/a.md', 'x/旧稿/a.md'], ['a.md']],
    ['*.html', ['a.html', 'x/y/a.html'], ['a.htm', 'html']],
    ['/a.md', ['a.md'], ['x/a.md']],
    ['x/*.md', ['x/a.md'], ['y/x/a.md', 'x/y/a.md', 'a.md']],
    ['x/**', ['x/a.md', 'x/y/a.md'], ['y/x/a.md']],
    ['**/y/*.md', ['y/a.md', 'x/y/a.md'], ['y/z/a.md']],
    ['x/**/a.md', ['x/a.md', 'x/y/z/a.md'], ['a.md', 'x/b.md']],
    ['./x', ['x/a.md'], ['y/a.md', 'y/x/a.md']],
    ['./a.md', ['a.md'], ['x/a.md']],
    ['202?年*', ['2023年报.md'], ['23年报.md']],
    ['', [], ['a.md']],
  ];
  for (const [pattern, yes, no] of cases) {
    it(`${pattern}`, () => {
      for (const path of yes) assert.equal(isIncluded(path, { exclude: [pattern] }), false, path);
      for (const path of no) assert.equal(isIncluded(path, { exclude: [pattern] }), true, path);
      if (pattern === '') return;
      for (const path of yes) assert.equal(isIncluded(path, { include: [pattern] }), true, path);
      for (const path of no) assert.equal(isIncluded(path, { include: [pattern] }), false, path);
    });
  }

  it('that say nothing exclude nothing', () => {
    assert.equal(isIncluded('a.md', {}), true);
    assert.equal(isIncluded('a.md', { include: [], exclude: [] }), true);
    assert.equal(isIncluded('x/a.md', { include: ['x'], exclude: ['a.md'] }), false);
  });

  it('take no time to go astray', () => {
    isIncluded(`${'a'.repeat(250)}/${'a/'.repeat(500)}b`, {
      exclude: [`${'*a'.repeat(100)}c`, `${'**/a/'.repeat(200)}c`, `${'**/'.repeat(500)}c`],
    });
  });
});
