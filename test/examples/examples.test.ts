import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../server/src/analysis/analyze';
import { editions } from '../../server/src/editions';
import expectations from './expectations.json';

/** A finding as it is written down: what its data say, and the first cell of the text it stands on. */
interface Expected {
  readonly rule: string;
  readonly section?: number;
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly at: string;
}

const folder = join(__dirname, '..', '..', 'examples');
const expected: Readonly<Record<string, readonly Expected[]>> = expectations;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

const described = ({ rule, section, table, row, column, at }: Expected): string =>
  [rule, section, table, row, column, JSON.stringify(at)].filter((part) => part !== undefined).join(' · ');

function found(text: string, { findings }: Analysis): { severity: string; line: string }[] {
  return findings.map(({ rule, severity, data: { section, table, row, column }, range }) => {
    const at = text
      .slice(range.start, range.end)
      .split(/[\r\n\t|]/)[0]!
      .trim();
    const line = described({
      rule,
      ...(section === undefined ? {} : { section }),
      ...(table === undefined ? {} : { table }),
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
      at,
    });
    return { severity, line };
  });
}

describe('examples', () => {
  const files = readdirSync(folder).filter((file) => file !== 'README.md');

  it('every example has its expectations, and every expectation its example', () => {
    assert.deepEqual(files.sort(), Object.keys(expected).sort());
  });

  for (const [file, list] of Object.entries(expected)) {
    it(file, () => {
      const text = read(file);
      const analysis = analyze(text);
      const [, unit, year] = /^(.+?)(\d{4})年/.exec(file)!;
      assert.equal(analysis.report.recognised, true);
      assert.equal(analysis.report.unit, unit);
      assert.equal(analysis.report.year, Number(year));
      assert.equal(analysis.report.tables.size, 3);
      const wanted = list.map(described).sort();
      // Errors and warnings must all be listed; what is listed beside them must be there too.
      const actual = found(text, analysis)
        .filter(({ severity, line }) => severity === 'error' || severity === 'warning' || wanted.includes(line))
        .map(({ line }) => line)
        .sort();
      assert.deepEqual(actual, wanted);
    });
  }

  it('those in order are silent, whatever the severity, and their silencers have reasons', () => {
    const reasons = Object.entries(expected).flatMap(([file, list]) => {
      const { findings, suppressed } = analyze(read(file));
      if (list.length === 0) assert.deepEqual(findings, [], file);
      return suppressed.map(({ reason }) => reason);
    });
    assert.ok(reasons.length > 0);
    for (const reason of reasons) assert.notEqual(reason, '');
  });

  it('the examples show every layout, and both editions in good order and with faults', () => {
    const layouts = new Set<string>();
    const shown = new Set<string>();
    for (const [file, list] of Object.entries(expected)) {
      const { report } = analyze(read(file));
      for (const table of report.tables.values()) layouts.add(table.layout);
      shown.add(`${report.edition?.id} ${list.length === 0 ? 'good' : 'faulty'}`);
    }
    assert.deepEqual([...layouts].sort(), ['gfm', 'html', 'lines', 'pipe', 'tab', 'words']);
    for (const { id } of editions) assert.ok(shown.has(`${id} good`) && shown.has(`${id} faulty`), `${id}: ${[...shown]}`);
  });

  it('README.md speaks of reports and is none', () => {
    const { report, findings } = analyze(read('README.md'));
    assert.equal(report.recognised, false);
    assert.deepEqual(findings, []);
  });
});
