import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { analyze } from '../../server/src/analysis/analyze';
import type { Range } from '../../server/src/reading/report';
import { markdownGrammar, reportGrammar, tokenize } from './tokenize';

const folder = join(__dirname, '..', '..', 'examples');

/** Scopes by offset, one entry a token. */
function scopesOf(grammar: IGrammar, text: string): (offset: number) => readonly string[] {
  const tokens: { end: number; scopes: readonly string[] }[] = [];
  let offset = 0;
  for (const line of tokenize(grammar, text)) {
    for (const token of line) {
      offset += token.text.length;
      tokens.push({ end: offset, scopes: token.scopes });
    }
    offset++;
  }
  return (at) => {
    let low = 0;
    let high = tokens.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.end > at) high = middle;
      else low = middle + 1;
    }
    return tokens[low]?.scopes ?? [];
  };
}

/** The grammar colours what the reader finds: the two must not drift apart. */
describe('grammar: examples', () => {
  for (const file of readdirSync(folder).filter((name) => name !== 'README.md')) {
    for (const [name, load] of [
      ['text.gongkai-report', reportGrammar],
      ...(file.endsWith('.md') ? ([['markdown', markdownGrammar]] as const) : []),
    ] as const) {
      it(`${file} (${name})`, async () => {
        const text = readFileSync(join(folder, file), 'utf8');
        const scopes = scopesOf(await load(), text);
        const missing: string[] = [];
        const expectScope = ({ start, end }: Range, prefix: RegExp): void => {
          if (!scopes(start).some((scope) => prefix.test(scope))) missing.push(`${text.slice(start, end)} ${scopes(start).join(' ')}`);
        };
        const { report } = analyze(text);
        if (report.title) expectScope({ start: report.title.range.end - 1, end: report.title.range.end }, /^markup\.heading\.title/);
        for (const { heading } of report.sections) expectScope(heading.range, /^markup\.heading/);
        let numbers = 0;
        for (const table of report.tables.values()) {
          for (const row of table.rows) {
            const label = text.slice(row.label.start, row.label.end);
            // A label that markup cuts in two is no word of its own to a grammar that reads line by line.
            if (!label.includes('<') && !label.includes('\n') && row.agreement !== 'typo')
              expectScope(row.label, /^(variable\.other\.row|support\.type\.group|markup\.heading\.row)/);
            for (const { range, value } of row.cells.values()) {
              if (value.state !== 'number' || (name === 'markdown' && table.layout === 'lines')) continue;
              numbers++;
              expectScope({ start: range.end - 1, end: range.end }, /^(constant\.numeric|keyword\.other\.unit)/);
            }
          }
        }
        assert.deepEqual(missing, []);
        assert.ok(numbers > 0);
      });
    }
  }
});
