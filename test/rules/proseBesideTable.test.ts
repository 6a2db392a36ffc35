import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { newReport } from '../../server/src/editing/newReport';
import { layouts } from '../../server/src/editing/write';

/** By the heading over the table and the one behind it: a sentence that the table, all noughts, contradicts. */
const sentences: readonly (readonly [heading: string, next: string, sentence: string])[] = [
  ['二、主动公开政府信息情况', '三、收到', '本年度制发行政规范性文件88件。'],
  ['三、收到和处理政府信息公开申请情况', '四、政府', '本年度收到政府信息公开申请177件。'],
  ['四、政府信息公开行政复议、行政诉讼情况', '五、存在', '本年度因政府信息公开被申请行政复议77件。'],
];

describe('a sentence in the section of a table is held against the table, in every layout', () => {
  for (const layout of layouts) {
    const blank = newReport('清河县民政局2023年政府信息公开工作年度报告', { fill: '0', layout }).text;
    for (const [heading, next, sentence] of sentences) {
      const written: Readonly<Record<string, string>> = {
        before: blank.replace(heading, `${heading}\n\n${sentence}\n`),
        'right before': blank.replace(new RegExp(`${heading}\\n+`), `${heading}\n${sentence}\n`),
        behind: blank.replace(new RegExp(`(?=[# ]*${next})`), `\n\n${sentence}\n\n`),
      };
      for (const [place, text] of Object.entries(written)) {
        it(`${layout}: ${heading}, ${place} the table`, () => {
          assert.notEqual(text, blank);
          const found = analyze(text).findings.filter(({ rule }) => rule === 'prose-table');
          assert.deepEqual(
            found.map(({ range }) => text.slice(range.start, range.end)),
            [sentence.replace(/\D/g, '')],
          );
        });
      }
    }
  }
});
