import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { defaultEditing } from '../../server/src/editing/edit';
import { editions } from '../../server/src/editions';
import type { Report } from '../../server/src/reading/report';
import { rules } from '../../server/src/rules';
import { isDay, standardOf } from '../../server/src/rules/options';
import type { Finding, Need } from '../../server/src/rules/rule';
import { contract } from './contract';
import { fixtures, loadFixture } from './fixture';

const CHINESE = /\p{Script=Han}/u;
/** What the rules share, beside the rules themselves. */
const helpers = new Set([
  'ascent',
  'about',
  'cells',
  'index',
  'rule',
  'options',
  'naming',
  'subject',
  'wanted',
  'words',
  'sums',
  'compared',
  'dates',
  'fee',
  'text',
  'yearly',
]);
const source = join(__dirname, '..', '..', 'server', 'src', 'rules');
const folder = join(fixtures, 'rules');

function lacks({ year, unit, sections, tables }: Report, need: Need): boolean {
  if (need === 'year') return year === undefined;
  if (need === 'unit') return unit === undefined;
  if (need === 'tables' || need === 'edition') return tables.size === 0;
  return typeof need === 'number' ? !sections.some(({ number }) => number === need) : !tables.has(need);
}

describe('registry of rules', () => {
  const ids = rules.map(({ id }) => id);

  it('ids are unique, and of the form that settings and codes take', () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('every rule is one file of its own name, and every such file is registered', () => {
    const files = readdirSync(source).flatMap((file) =>
      file.endsWith('.ts') && !helpers.has(file.slice(0, -3)) ? [file.slice(0, -3)] : [],
    );
    assert.deepEqual(files.sort(), [...ids].sort());
  });

  it('every rule has its drafts, bad and good, and no drafts are left over', () => {
    for (const id of ids) {
      const names = existsSync(join(folder, id)) ? readdirSync(join(folder, id)) : [];
      assert.ok(
        names.some((name) => name.startsWith('bad')),
        `${id} has no bad draft`,
      );
      assert.ok(
        names.some((name) => name.startsWith('good')),
        `${id} has no good draft`,
      );
      for (const name of names) assert.match(name, /^(?:bad|good)(?:-[a-z0-9-]+)?\.(?:txt|md|html)$/, `${id}/${name}`);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => !ids.includes(name)),
      [],
    );
  });

  it('every rule has a message of its own written out in both languages', () => {
    for (const id of ids) {
      const own = readdirSync(join(folder, id)).flatMap((name) =>
        loadFixture(join(folder, id, name)).expectations.filter(({ rule }) => rule === id),
      );
      assert.ok(
        own.some(({ zh, en }) => zh !== undefined && en !== undefined),
        id,
      );
    }
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const { needs } = rule;
      // A date that the calendar does not have is wrong in any year.
      if (needs && rule.id !== 'period')
        it('is silent where what it needs is missing', () => {
          const drafts = readdirSync(join(folder, rule.id)).filter((name) => name.startsWith('bad'));
          const without = drafts.flatMap((name) => {
            const { text } = loadFixture(join(folder, rule.id, name));
            // Without its title and period; without its tables; without one section after the other.
            const cuts = [text.replace(/^[\s\S]*?(?=一、)/, ''), text.replace(/二、[\s\S]*(?=五、)/, '')];
            for (const number of '一二三四五六')
              cuts.push(text.replace(new RegExp(`(^|\\n)#* *${number}、[\\s\\S]*?(?=\\n#* *[一二三四五六]、|$)`), '$1'));
            return cuts.map((cut) => analyze(cut, { rules: [rule] })).filter(({ report }) => needs.every((need) => lacks(report, need)));
          });
          assert.ok(without.length > 0, 'no draft of the rule can be had without what it needs');
          for (const { findings } of without) assert.deepEqual(findings, []);
        });

      it('keeps its contract', () => assert.deepEqual([rule.severity, rule.fix], contract[rule.id]));

      it('speaks both languages', () => {
        for (const [name, text] of Object.entries({
          title: rule.title,
          explanation: rule.explanation,
          ...(rule.basis ? { basis: rule.basis } : {}),
        })) {
          assert.match(text.zh, CHINESE, name);
          assert.match(text.en, /[A-Za-z]{3}/, name);
          for (const words of [text.zh, text.en]) assert.equal(words, words.trim(), name);
        }
        // Chinese stands in an English text only where the official wording is meant.
        const letters = (text: string): number => text.match(/[A-Za-z]/g)?.length ?? 0;
        const characters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
        assert.ok(letters(rule.explanation.en) > characters(rule.explanation.en) * 2);
        assert.ok(characters(rule.explanation.zh) > letters(rule.explanation.zh) * 2);
        assert.doesNotMatch(rule.title.en, CHINESE);
      });

      it('has options with a name, a standard that holds, and words in both languages', () => {
        for (const [name, option] of Object.entries(rule.options ?? {})) {
          assert.match(name, /^[a-z]+(?:[A-Z][a-z]+)*$/);
          assert.notEqual(name, 'severity');
          const abouts = [option.about, ...(option.kind === 'choice' ? option.choices.map(({ about }) => about) : [])];
          for (const { zh, en } of abouts) {
            assert.match(zh, /^\p{Script=Han}.*[。]$/u, name);
            assert.match(en, /^[A-Z].*\.$/, name);
          }
          const standard = standardOf(option);
          if (option.kind === 'choice')
            assert.ok(
              option.choices.some(({ value }) => value === standard),
              name,
            );
          if (option.kind === 'day') assert.ok(isDay(option.standard), name);
        }
      });

      it('explains itself in sentences, and names itself without one', () => {
        assert.match(rule.explanation.zh, /[。）]$/);
        assert.match(rule.explanation.en, /\.$/);
        assert.doesNotMatch(rule.title.zh, /[。.]$/);
        assert.doesNotMatch(rule.title.en, /\.$/);
        assert.match(rule.title.en, /^[A-Z]/);
        assert.doesNotMatch(rule.explanation.zh, /[,;!?]/, 'half-width punctuation');
        assert.ok(rule.explanation.zh.length > rule.title.zh.length);
      });

      it('applies to editions that there are', () => {
        assert.ok(rule.editions.length > 0);
        const known = editions.map(({ id }) => id);
        assert.ok(rule.editions.every((id) => known.includes(id)));
        assert.equal(new Set(rule.editions).size, rule.editions.length);
      });
    });
  }
});

describe('fixes of all drafts', () => {
  /** By rule: whether the fixes that it offers for the findings of its drafts are safe. */
  const offered = new Map<string, boolean[]>();
  before(() => {
    for (const rule of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, rule))) {
        const { text, options } = loadFixture(join(folder, rule, name));
        const analysis = analyze(text, options);
        for (const finding of analysis.findings) {
          const fixes = fixesOf(finding, analysis, defaultEditing);
          offered.set(finding.rule, [...(offered.get(finding.rule) ?? []), ...fixes.map(({ safe }) => safe === true)]);
          for (const { title, edits, safe, confirm, preferred } of fixes) {
            const where = `${rule}/${name}: ${finding.rule}: ${title.zh}`;
            for (const words of [title, ...(confirm ? [confirm] : [])]) {
              assert.match(words.zh, CHINESE, where);
              assert.match(words.en, /^[A-Z0-9“（].*[A-Za-z]{2}/, where);
              for (const said of [words.zh, words.en]) assert.equal(said, said.trim(), where);
            }
            for (const said of [title.zh, title.en]) assert.doesNotMatch(said, /\n|[。.]$|undefined|\[object/, where);
            assert.ok(edits.length > 0, where);
            // What is to be confirmed is not done without being asked for.
            if (safe) assert.equal(confirm, undefined, where);
            if (safe) assert.equal(preferred, true, where);
          }
        }
      }
    }
  });

  for (const rule of rules) {
    it(`${rule.id} offers what it promises: ${rule.fix}`, () => {
      const fixes = offered.get(rule.id) ?? [];
      assert.equal(rule.fixes !== undefined, rule.fix !== 'none');
      assert.equal(fixes.length > 0, rule.fix !== 'none', 'a fix in some draft');
      assert.equal(fixes.includes(true), rule.fix === 'safe', 'a safe fix in some draft');
    });
  }
});

describe('findings of all drafts', () => {
  const all: { where: string; text: string; finding: Finding }[] = [];
  before(() => {
    for (const rule of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, rule))) {
        const { text, options } = loadFixture(join(folder, rule, name));
        for (const finding of analyze(text, options).findings) all.push({ where: `${rule}/${name}: ${finding.rule}`, text, finding });
      }
    }
  });

  it('have the severity of their rule', () => {
    const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
    for (const { where, finding } of all) {
      // The format for 2019 and 2020 does not demand the topics.
      if (finding.rule === 'overview-topics' && finding.severity === 'information') continue;
      // A paragraph that may count something else.
      if (where.startsWith('prose-table/bad-unclear') && finding.severity === 'information') continue;
      // A second table with other figures may have a reason.
      if (where.startsWith('row-duplicate/bad-second-table') && finding.severity === 'information') continue;
      assert.equal(finding.severity, severities.get(finding.rule), where);
    }
  });

  it('carry data that the contract has, and no others', () => {
    const rows = new Set(
      editions.flatMap(({ tables }) =>
        tables.flatMap(({ id, blocks }) => blocks.flatMap((block) => block.rows.map((row) => `${id}/${row.id}`))),
      ),
    );
    const columns = new Set(
      editions.flatMap(({ tables }) =>
        tables.flatMap(({ id, blocks }) => blocks.flatMap((block) => block.columns.map((column) => `${id}/${column.id}`))),
      ),
    );
    for (const { where, finding } of all) {
      const { section, table, row, column, actual, expected, ...others } = finding.data;
      assert.deepEqual(others, {}, where);
      if (section !== undefined) assert.ok(Number.isInteger(section) && section >= 1 && section <= 6, where);
      if (table !== undefined) assert.match(table, /^(?:disclosure|requests|disputes)$/, where);
      if (row !== undefined) assert.ok(rows.has(`${table}/${row}`), where);
      if (column !== undefined) assert.ok(columns.has(`${table}/${column}`), where);
      for (const value of [actual, expected]) if (value !== undefined) assert.ok(typeof value === 'string' && value !== '', where);
      for (const value of Object.values(finding.data)) assert.notEqual(value, undefined, where);
    }
  });

  it('have messages on one line, in both languages, that end as a sentence and stand alone', () => {
    const tables: Readonly<Record<string, readonly [string, string]>> = {
      disclosure: ['表二', 'Table 2'],
      requests: ['表三', 'Table 3'],
      disputes: ['表四', 'Table 4'],
    };
    for (const { where, finding } of all) {
      const { zh, en } = finding.message;
      for (const text of [zh, en]) {
        assert.doesNotMatch(text, /\n|\t|undefined|null|\[object|NaN| {2}/, where);
        assert.equal(text, text.trim(), where);
        assert.ok(text.length <= 240, `${where} is ${text.length} long`);
      }
      assert.match(zh, CHINESE, where);
      assert.match(zh, /[。]$/, where);
      assert.match(en, /^[A-Z“][\s\S]*\.$/, where);
      const { table } = finding.data;
      if (!table || finding.data.section !== undefined) continue;
      const [inChinese = '', inEnglish = ''] = tables[table] ?? [];
      assert.ok(zh.startsWith(inChinese), `${where}: ${zh}`);
      assert.ok(en.startsWith(inEnglish), `${where}: ${en}`);
      // Whoever hears the message alone knows the row and the column.
      const { row, column } = finding.data;
      const label = (id: string | undefined, among: 'rows' | 'columns'): string[] =>
        editions.flatMap(({ tables: all }) =>
          all
            .filter((one) => one.id === table)
            .flatMap(({ blocks }) =>
              blocks.flatMap((block) =>
                block[among].filter((one) => one.id === id).map((one) => one.label.text.replace(/（[^（）]{8,}）$/, '')),
              ),
            ),
        );
      if (row !== undefined)
        assert.ok(
          label(row, 'rows').some((text) => zh.includes(text) && en.includes(text)),
          `${where}: ${zh}`,
        );
      if (column !== undefined)
        assert.ok(
          label(column, 'columns').some((text) => zh.includes(text) && en.includes(text)),
          `${where}: ${zh}`,
        );
    }
  });

  it('name the figures that their data carry, numbers among them', () => {
    for (const { where, finding } of all) {
      if (!/^sum-|^cell-count$/.test(finding.rule)) continue;
      const { actual, expected } = finding.data;
      for (const number of [actual, expected]) {
        assert.ok(number !== undefined, where);
        for (const text of [finding.message.zh, finding.message.en]) assert.ok(text.match(/\d+/g)?.includes(number), `${where}: ${text}`);
      }
    }
  });

  it('stand in the draft, and so does what is related to them, elsewhere', () => {
    for (const { where, text, finding } of all) {
      for (const { start, end } of [finding.range, ...finding.related.map(({ range }) => range)])
        assert.ok(0 <= start && start <= end && end <= text.length, where);
      for (const { range, message } of finding.related) {
        assert.ok(range.start !== finding.range.start || range.end !== finding.range.end, `${where} is related to itself`);
        assert.ok(message.zh !== '' && message.en !== '', where);
      }
      if (finding.rule === 'cell-empty' || finding.rule === 'table-empty') continue;
      const shown = text.slice(finding.range.start, finding.range.end);
      assert.equal(shown, shown.trim(), `${where} stands on blanks`);
    }
  });

  it('of sums name the other cells of the equation', () => {
    for (const { where, text, finding } of all) {
      if (finding.rule === 'sum-balance') {
        assert.equal(finding.related.length, 3, where);
      } else if (finding.rule === 'sum-row' || finding.rule === 'sum-results' || finding.rule === 'sum-disputes') {
        const sum = finding.related.reduce((total, { range }) => total + BigInt(text.slice(range.start, range.end)), 0n);
        assert.equal(String(sum), finding.data.expected, where);
      }
    }
  });
});
