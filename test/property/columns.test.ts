import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing } from '../../server/src/editing/edit';
import type { Report } from '../../server/src/reading/report';
import { anyDraft } from '../features/views';
import { render } from '../generator/render';
import { holds, showCase } from './support';

const [ONE, OTHER] = ['商业企业', '科研机构'];

/** The figures of table 3 by row and column. */
const figures = (report: Report): Map<string, string> =>
  new Map(
    report.tables
      .get('requests')
      ?.rows.flatMap(({ row, cells }) =>
        [...cells].map(([column, { value }]): [string, string] => [
          `${row.id}/${column}`,
          value.state === 'number' ? value.normal : value.state,
        ]),
      ),
  );

const exchanged = (name: string): string =>
  name.endsWith('/business')
    ? name.replace('business', 'research')
    : name.endsWith('/research')
      ? name.replace('research', 'business')
      : name;

describe('columns of table 3 in another order', () => {
  holds(
    'are read as their heads say, are told of, and go back to their places by one key',
    anyDraft,
    { fixed: 120, random: 60 },
    ({ spec, style }) => {
      const official = render(spec, style).text;
      const at = official.lastIndexOf('本列数据');
      const table = official.slice(at);
      // Heads that are wrapped or cut up tell no order.
      const heads = (text: string, name: string): number => text.split(name).length - 1;
      if (at < 0 || heads(table, ONE) === 0 || heads(table, ONE) !== heads(table, OTHER)) return undefined;
      const text = official.slice(0, at) + table.replaceAll(ONE, '\u0000').replaceAll(OTHER, ONE).replaceAll('\u0000', OTHER);
      const before = analyze(official);
      const analysis = analyze(text);
      const told = analysis.findings.filter(({ rule }) => rule === 'column-label');
      if (told.length === 0) {
        // Not all heads could be read: then nothing is changed.
        const same = JSON.stringify([...figures(analysis.report)]) === JSON.stringify([...figures(before.report)]);
        return same ? undefined : 'other figures, and nothing said';
      }
      const [found, wanted] = [figures(analysis.report), figures(before.report)];
      for (const [name, value] of wanted)
        if (found.get(exchanged(name)) !== value) return `${exchanged(name)} is ${found.get(exchanged(name))}, not ${value}`;
      const sums = analysis.findings.find(({ rule }) => rule.startsWith('sum-'));
      if (sums) return `${sums.rule} where all sums are right`;
      const [fix] = fixesOf(told[0]!, analysis, defaultEditing);
      if (!fix) return undefined;
      const after = analyze(applyEdits(text, fix.edits));
      if (after.findings.some(({ rule }) => rule === 'column-label')) return 'the fix leaves the columns where they are';
      const repaired = figures(after.report);
      for (const [name, value] of found)
        if (repaired.get(name) !== value) return `the fix makes ${name} ${repaired.get(name)}, not ${value}`;
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );
});
