import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze, INTERNAL_ERROR } from '../../server/src/analysis/analyze';
import { defaultEditing } from '../../server/src/editing/edit';
import { Context, type View } from '../../server/src/features/context';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Finding, Severity } from '../../server/src/rules/rule';

const text = '清河县民政局2023年\n😀一二三\n';
const document = TextDocument.create('untitled:a', 'markdown', 3, text);

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'sum-row',
  severity: 'error',
  range: { start: 0, end: 2 },
  message: { zh: '中文', en: 'English' },
  data: {},
  related: [],
  ...more,
});
const judged = (...findings: Finding[]): Analysis => ({ ...analyze(text), findings });

const plainView: View = {
  language: 'zh',
  encoding: 'utf-16',
  versionedEdits: true,
  annotatedEdits: true,
  snippets: true,
  snippetEdits: false,
  codeActions: true,
  explainsRules: false,
  picksLayout: false,
  lazyEdits: true,
  markdownHover: true,
  flatSymbols: false,
};
const context = (analysis: Analysis, view: Partial<View> = {}): Context =>
  new Context(document, analysis, { ...plainView, ...view }, defaultEditing);

describe('diagnostics', () => {
  it('keep the order and the severity of the findings', () => {
    const severities: Severity[] = ['hint', 'error', 'information', 'warning'];
    const analysis = judged(...severities.map((severity) => finding({ severity })));
    assert.deepEqual(
      diagnostics(context(analysis)).map(({ severity }) => severity),
      [4, 1, 3, 2],
    );
  });

  it('speak the language of the view, in related places too', () => {
    const analysis = judged(finding({ related: [{ range: { start: 2, end: 3 }, message: { zh: '一', en: 'one' } }] }));
    for (const [language, message, related] of [
      ['zh', '中文', '一'],
      ['en', 'English', 'one'],
    ] as const) {
      const [diagnostic] = diagnostics(context(analysis, { language }));
      assert.equal(diagnostic?.message, message);
      assert.equal(diagnostic?.relatedInformation?.[0]?.message, related);
    }
  });

  it('count in the encoding of the view', () => {
    const start = text.indexOf('一');
    const analysis = judged(finding({ range: { start, end: start + 2 } }));
    for (const [encoding, from, to] of [
      ['utf-8', 4, 10],
      ['utf-16', 2, 4],
      ['utf-32', 1, 3],
    ] as const) {
      assert.deepEqual(diagnostics(context(analysis, { encoding }))[0]?.range, {
        start: { line: 1, character: from },
        end: { line: 1, character: to },
      });
    }
  });

  it('link to the page of the rule, but for a rule that failed', () => {
    const analysis = judged(finding(), finding({ rule: INTERNAL_ERROR }));
    const [first, second] = diagnostics(context(analysis));
    assert.match(first?.codeDescription?.href ?? '', /\/sum-row\.md$/);
    assert.equal(second?.codeDescription, undefined);
    assert.equal(second?.code, INTERNAL_ERROR);
  });
});
