import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../../test/workbench/browser';
import { Door } from '../../../test/workbench/door';
import { Workbench } from '../../../test/workbench/workbench';
import { activationOf } from './activation';
import { input, tell } from './worker';

/** A VS Code in a browser, as `npm start` opens it: from a key to its squiggle, and what it takes to activate the extension. */
export interface WindowInput {
  /** A folder to write into. */
  readonly folder: string;
  /** A balanced report in Markdown. */
  readonly report: string;
  readonly samples: number;
  readonly windows: number;
}

export type WindowOutput =
  | { readonly what: Measured; readonly samples: readonly Sample[] }
  /** Milliseconds to load and activate an extension, as VS Code has measured it, one a window. */
  | { readonly what: 'activation'; readonly of: Measured; readonly times: readonly number[] };

type Measured = 'gongkai' | 'markdown';

/** Milliseconds from the key event until the page has them. */
export interface Sample {
  /** What was typed. */
  readonly echo: number;
  readonly squiggle: number;
}

/** Looked at in the page itself: asking from outside takes longer than what is measured. */
const probe = (selector: string): string => `(() => {
  const editor = document.querySelector('.editor-instance');
  const lines = editor.querySelector('.view-lines');
  let pressed, echo;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
  globalThis.sample = new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      if (pressed === undefined) return;
      const since = performance.now() - pressed;
      if (echo === undefined && changes.some(({ target }) => lines.contains(target))) echo = since;
      if (!editor.querySelector('${selector}')) return;
      observer.disconnect();
      resolve({ echo: echo ?? since, squiggle: since });
    });
    observer.observe(editor, { subtree: true, childList: true, characterData: true, attributes: true });
  });
})()`;

/** What draws the two kinds of squiggle. */
const error = '.squiggly-error';
const warning = '.squiggly-warning';

void main();

async function main(): Promise<void> {
  const { folder, report, samples, windows } = input<WindowInput>();
  const name = '临江市人民政府2023年政府信息公开工作年度报告.md';
  const notes = 'notes.md';
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'markdown.validate.enabled': true }));
  writeFileSync(join(folder, name), report);
  // The same text, with a link to itself.
  writeFileSync(join(folder, notes), `${report}\n\n[${notes}](${notes})\n`);
  const door = new Door('--port', '0', folder);
  const [address, browser] = await Promise.all([door.address(), launch()]);
  try {
    const window = await Workbench.open(browser, address, 'zh-CN');
    // A total that becomes ten times as large.
    const total = report.split('\n').findIndex((line) => line.includes('总计') && /\d[\s|]*$/.test(line));
    await window.openDraft(name);
    await window.untilStatus(/无错/);
    tell({ what: 'gongkai', samples: await measured(window, report.split('\n')[total] ?? '', total + 1, /[\s|]*$/, error, samples) });
    await window.openDraft(notes);
    const last = report.split('\n').length + 2;
    tell({ what: 'markdown', samples: await measured(window, `[${notes}](${notes})`, last, /\.md\)$/, warning, samples) });
    await window.close();
    const taken: Record<Measured, number>[] = [];
    for (let i = 0; i < windows; i++) taken.push(await activations(await Workbench.open(browser, address, 'en-US'), notes));
    for (const of of ['gongkai', 'markdown'] as const) tell({ what: 'activation', of, times: taken.map((times) => times[of]) });
  } finally {
    await browser.close();
    await door.stop('SIGKILL');
  }
}

/** Types a character before what ends a line, so that it is wrong, and takes it back, over and over. */
async function measured(
  window: Workbench,
  line: string,
  number: number,
  ending: RegExp,
  selector: string,
  count: number,
): Promise<Sample[]> {
  const { page } = window;
  const squiggle = page.locator('.editor-instance').locator(selector).first();
  await window.toTop();
  await window.press('Control+g');
  await window.answer(`:${number}`);
  await window.press('End');
  await window.press('ArrowLeft', ending.exec(line)?.[0].length ?? 0);
  const taken: Sample[] = [];
  // The first ones warm up.
  for (let i = -5; i < count; i++) {
    await squiggle.waitFor({ state: 'detached' });
    await page.evaluate(probe(selector));
    await window.press('7');
    const sample = await page.evaluate<Sample>('globalThis.sample');
    if (i >= 0) taken.push(sample);
    await window.press('Backspace');
  }
  await squiggle.waitFor({ state: 'detached' });
  return taken;
}

/** Of our extension, and of that of VS Code for Markdown. */
async function activations(window: Workbench, draft: string): Promise<Record<Measured, number>> {
  await window.openDraft(draft);
  await window.untilStatus(/no errors/);
  const times = { gongkai: await activationOf(window, 'gongkai'), markdown: await activationOf(window, 'Markdown Language Features') };
  await window.close();
  return times;
}
