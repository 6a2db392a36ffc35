import { patch } from '../client/webview/patch';
import { followPlaces, showCaret } from '../client/webview/places';
import { tabbed } from '../client/webview/tabs';
import { type Analysis, analyze } from '../server/src/analysis/analyze';
import { fixAll, hasSafeFix } from '../server/src/analysis/remedies';
import { checklist, checklistHtml } from '../server/src/checklist';
import { defaultEditing, type Fix } from '../server/src/editing/edit';
import type { Bilingual } from '../server/src/editions';
import { isJudged } from '../server/src/features/summary';
import { readLanguage } from '../server/src/input/locale';
import { preview, titleOf } from '../server/src/preview';
import { findingsHead, words } from '../server/src/preview/words';
import { rules } from '../server/src/rules';
import { Editor } from './editor';
import { findingList } from './findings';

/** The playground: a draft, what was found in it, and its page, all in the browser. */

const byId = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const editor = new Editor(byId<HTMLTextAreaElement>('text'), byId('underlines'));
const examples = byId<HTMLSelectElement>('examples');
const drafts: readonly { readonly name: string; readonly text: string }[] = JSON.parse(byId('drafts').textContent ?? '[]');

let language: keyof Bilingual = readLanguage(navigator.language) === 'zh' ? 'zh' : 'en';
let analysis: Analysis = analyze('');
let fixes: readonly Fix[] = [];

function judge(): void {
  analysis = analyze(editor.text);
  show();
}

function show(): void {
  const { findings, report } = analysis;
  editor.underline(findings);
  const list = findingList(analysis, language);
  fixes = list.fixes;
  patch(byId('results'), list.html);
  const isReport = isJudged(report);
  byId('results-head').textContent = (isReport ? (findings.length > 0 ? findingsHead(findings.length) : words.noFindings) : words.noReport)[
    language
  ];
  byId<HTMLButtonElement>('fix-all').disabled = !hasSafeFix(analysis, defaultEditing);
  const page = preview(analysis, { language });
  patch(byId('preview'), page.html);
  patch(byId('checklist'), isReport ? checklistHtml(checklist(analysis, rules, language), titleOf(report, language), true) : page.html);
  showCaret(byId('preview'), editor.caret, false);
}

/** The words of the page itself, and those of the core. */
function speak(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll<HTMLElement>('[data-zh]')) element.textContent = element.dataset[language] ?? '';
  const button = byId('language');
  button.textContent = language === 'zh' ? 'English' : '中文';
  button.lang = language === 'zh' ? 'en' : 'zh-CN';
  show();
}

function carryOut(fix: Fix): void {
  // Something is dropped or guessed: the writer says whether that is right.
  if (fix.confirm && !confirm(`${fix.title[language]}\n\n${fix.confirm[language]}`)) return;
  editor.apply(fix.edits);
}

byId('text').addEventListener('input', judge);
document.addEventListener('selectionchange', () => {
  if (document.activeElement === byId('text')) showCaret(byId('preview'), editor.caret, true);
});
byId('results').addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-fix]');
  const fix = button && fixes[Number(button.dataset.fix)];
  if (fix) carryOut(fix);
});
for (const id of ['preview', 'checklist', 'results']) followPlaces(byId(id), ({ start }) => editor.reveal(start));
byId('fix-all').addEventListener('click', () => editor.apply(fixAll(editor.text, {}, defaultEditing)));
byId('print').addEventListener('click', () => print());
byId('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  speak();
});
for (const [i, { name }] of drafts.entries()) examples.add(new Option(name, String(i)));
examples.addEventListener('change', () => {
  editor.open(drafts[Number(examples.value)]?.text ?? '');
  judge();
});

editor.open(drafts[0]?.text ?? '');
tabbed(['preview', 'checklist'], () => undefined)('preview');
analysis = analyze(editor.text);
speak();
