import assert from 'node:assert/strict';
import type { FoldingRange } from 'vscode-languageserver';
import { folding } from '../../server/src/features/folding';
import { render } from '../generator/render';
import { holds, showCase } from '../property/support';
import { draft } from '../server/drafts';
import { anyDraft, brokenDraft, Seen } from './views';

const foldsOf = (seen: Seen): FoldingRange[] => seen.ask(folding);

/** What an editor would drop: folds that reach out of the text, cross one another, or begin in the same line. */
function dropped(text: string, folds: readonly FoldingRange[]): string | undefined {
  const last = text.split(/\r\n|\r|\n/).length - 1;
  const open: FoldingRange[] = [];
  for (const fold of folds) {
    if (!(fold.startLine >= 0 && fold.startLine < fold.endLine && fold.endLine <= last)) return `no fold: ${JSON.stringify(fold)}`;
    while (open.length > 0 && open.at(-1)!.endLine < fold.startLine) open.pop();
    const around = open.at(-1);
    if (around && (fold.startLine <= around.startLine || fold.endLine > around.endLine))
      return `${JSON.stringify(fold)} does not fit into ${JSON.stringify(around)}`;
    open.push(fold);
  }
  return undefined;
}

describe('folding ranges', () => {
  it('are sections, tables, blocks and groups', () => {
    const seen = new Seen(draft());
    const lines = seen.text.split('\n');
    const shown = foldsOf(seen).map(({ startLine, endLine }) =>
      [startLine, endLine].map((line) => lines[line]?.trim().split('\t')[0]?.slice(0, 9)).join(' … '),
    );
    assert.deepEqual(shown, [
      '一、总体情况 … 2023年，本单位',
      '二、主动公开政府信 … 行政事业性收费',
      '第二十条第（一）项 … 行政事业性收费',
      '第二十条第（五）项 … 行政许可',
      '第二十条第（六）项 … 行政强制',
      '第二十条第（八）项 … 行政事业性收费',
      '三、收到和处理政府 … 四、结转下年度继续',
      '（本列数据的勾稽关 … 四、结转下年度继续',
      '三、本年度办理结果 … （七）总计',
      '（三）不予公开 … 8.属于行政查询事',
      '（四）无法提供 … 3.补正后申请内容',
      '（五）不予处理 … 5.要求行政机关确',
      '（六）其他处理 … 3.其他',
      '四、政府信息公开行 … 0',
      '行政复议 … 0',
      '五、存在的主要问题 … 存在的主要问题：公',
      '六、其他需要报告的 … 本年度没有收取信息',
    ]);
  });

  it('leave other files to the editor', () => assert.equal(new Seen('# 笔记\n\n一\n二\n').ask(folding), null));

  holds(
    'are well nested and hold every section and table',
    anyDraft,
    { fixed: 60, random: 30 },
    ({ spec, style }) => {
      const { text, cells } = render(spec, style);
      const seen = new Seen(text);
      const folds = foldsOf(seen);
      const wrong = dropped(text, folds);
      if (wrong) return wrong;
      for (const { definition } of Object.values(spec.values)) {
        const own = cells.filter(({ table }) => table === definition.id);
        const [first, last] = [own[0]!, own.at(-1)!].map(({ start }) => seen.position(start).line) as [number, number];
        const { heading } = seen.context.analysis.report.sections.find(({ number }) => number === definition.section)!;
        const top = seen.position(heading.range.start).line;
        const around = folds.filter(({ startLine, endLine }) => startLine <= first && endLine >= last);
        // The section, and the table: what stands in one line is not folded, nor what begins in the line of its section.
        if (around.length < (top < last ? 1 : 0) + (top < first && first < last ? 1 : 0))
          return `table ${definition.id} in lines ${first}–${last} stands in ${JSON.stringify(around)}`;
      }
      return undefined;
    },
    (value) => showCase(value, render(value.spec, value.style)),
  );

  holds(
    'are well nested, whatever the text is',
    brokenDraft,
    { fixed: 60, random: 30 },
    (text) => dropped(text, foldsOf(new Seen(text)) ?? []),
    JSON.stringify,
  );
});
