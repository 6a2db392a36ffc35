import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { Hands } from './hands';

/** A line of the Problems view. Line and column are one-based, in UTF-16 units. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Text in the editor that is underlined. */
export interface Underlined {
  readonly line: number;
  readonly text: string;
}

/** How a window is opened: see `Workbench.open`. */
export interface WindowLook {
  readonly first?: boolean;
  readonly forcedColors?: 'active' | 'none';
  readonly language?: string;
}

const patience = 40_000;

/** Whether something is there within some milliseconds. */
const isSeen = (thing: Locator, timeout: number, state: 'visible' | 'attached' = 'visible'): Promise<boolean> =>
  thing.waitFor({ timeout, state }).then(
    () => true,
    () => false,
  );

/** VS Code in a browser, as somebody sits before it. Every wait is for a condition. */
export class Workbench {
  /** Addresses asked for, and what the page complained of. */
  readonly requests: string[] = [];
  readonly complaints: string[] = [];
  readonly hands: Hands;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.hands = new Hands(page);
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /**
   * `first`: as somebody who has never been there, whom the walkthrough greets. `forcedColors`: as a system in high contrast has it.
   * `language`: the display language, where that is not the door's doing: no language pack can be had, but extensions are told.
   */
  static async open(browser: Browser, address: string, locale: string, look: WindowLook = {}): Promise<Workbench> {
    // Now and then a browser gives up loading the worker that VS Code runs extensions in, and the window stays blank.
    for (let tries = 1; ; tries++) {
      const workbench = await Workbench.enter(browser, address, locale, look);
      if (await workbench.isUp()) return workbench;
      const complaints = workbench.complaints.join('; ');
      await workbench.close();
      if (tries === 3) throw new Error(`the window does not open: ${complaints}`);
      console.log(`窗口没有打开，另开一个。 The window has not opened; another one is: ${complaints}`);
    }
  }

  private static async enter(
    browser: Browser,
    address: string,
    locale: string,
    { first = false, forcedColors = 'none', language }: WindowLook,
  ): Promise<Workbench> {
    // Wide enough for the whole message of a problem; high enough for the whole list.
    const context = await browser.newContext({ locale, forcedColors, viewport: { width: 1900, height: 1080 } });
    // The test is compiled with a helper that names functions, which a page does not have.
    await context.addInitScript('globalThis.__name = (named) => named;');
    if (!first)
      await context.addInitScript("try { localStorage.setItem('gongkai.greeted', 'yes'); } catch { /* a frame without a store */ }");
    if (language) await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(context, page);
    await page.goto(address);
    return workbench;
  }

  /** Whether the window has opened. */
  private async isUp(): Promise<boolean> {
    // A folder that cannot be read is listed itself, in place of what it holds; without a folder there may be no side bar.
    const held = '.explorer-folders-view :is(.file-icon, .folder-icon)';
    const opened = this.page.locator(`${held}, .welcome-view, .monaco-workbench.nosidebar`).first();
    for (const end = Date.now() + patience / 2; Date.now() < end; ) {
      if (await isSeen(opened, 500)) return true;
      if (this.complaints.some((text) => /^Extension host .* terminated unexpectedly/.test(text))) return false;
    }
    return false;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** A picture of the window, with what fades in all there. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, animations: 'disabled' });
  }

  /** Opens a draft from the file list. */
  async openDraft(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    // The list takes no click while it is drawn anew because a file has been added.
    await this.untilSeen(this.page.locator('.tab.active', { hasText: name }).first(), name, () => this.hands.click(row));
  }

  /** Brings up the Problems view, where the window does not come with it. */
  async showProblems(): Promise<void> {
    await this.hands.press('Control+Shift+M');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** Waits until the window says that its folder is not trusted. */
  async untilRestricted(): Promise<void> {
    await this.page.locator('#status\\.workspaceTrust', { hasText: 'Restricted' }).waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Waits until the part of the draft that can be seen reads like this. @throws with what it reads, where it never does */
  async untilText(reads: RegExp): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const text = await this.text();
      if (reads.test(text)) return;
      if (Date.now() > end) throw new Error(`the draft reads ${text}`);
      await this.frame();
    }
  }

  /** Lets the pointer rest on some words of the draft. */
  async restOn(words: string): Promise<void> {
    const box = await this.editor.locator('.view-line span span', { hasText: words }).last().boundingBox();
    if (!box) throw new Error(`${words} cannot be seen`);
    await this.hands.rest({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }

  /** Puts the caret at the end of the draft. */
  async toEnd(): Promise<void> {
    await this.hands.click(this.page.locator('.editor-instance .view-lines').first());
    await this.hands.press('Control+End');
  }

  /** The lines of the draft that can be seen. */
  async text(): Promise<string> {
    const lines = await this.editor.locator('.view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** What the Problems view lists of the active draft. */
  async problems(): Promise<Problem[]> {
    const rows = this.page.locator('.markers-table-container .monaco-list-row');
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => ['.code', '.message', '.file'].map((cell) => (row.querySelector(cell) as typeof row | null)?.innerText ?? '')),
    );
    return cells.map(([code = '', message = '', place = '']) => {
      const [, line, column] = /\[Ln (\d+), Col (\d+)\]$/.exec(place) ?? [];
      return { code: code.replace(/^gongkai\(?|\)$/g, ''), message, line: Number(line), column: Number(column) };
    });
  }

  /** Follows the link behind the code of the first problem of a rule. */
  async followCode(rule: string): Promise<void> {
    const row = this.page.locator('.markers-table-container .monaco-list-row', { hasText: rule }).first();
    await row.locator('.code a').click({ modifiers: ['ControlOrMeta'] });
  }

  /** Waits for a page in the editor area that holds these words: all its text. */
  async shownPage(words: string): Promise<string> {
    const body = this.panel.locator('body', { hasText: words });
    await body.waitFor();
    return body.innerText();
  }

  /** Waits until the Problems view is to be seen and satisfies the condition. @throws with what it lists, where it never does */
  async untilProblems(holds: (problems: Problem[]) => boolean): Promise<Problem[]> {
    const end = Date.now() + patience;
    for (;;) {
      const problems = await this.problems();
      if ((await this.page.locator('.markers-panel').isVisible()) && holds(problems)) return problems;
      if (Date.now() > end) throw new Error(`the Problems view lists ${JSON.stringify(problems, undefined, 1)}`);
      await this.frame();
    }
  }

  /** Goes to a problem by a click on its line in the Problems view, and waits for its underline in the editor. */
  async goTo(problem: Problem, severity: 'error' | 'warning' | 'info'): Promise<Underlined> {
    await this.hands.click(this.page.locator('.markers-table-container .monaco-list-row', { hasText: problem.message }).first());
    const end = Date.now() + patience;
    for (;;) {
      const found = (await this.underlined(severity)).find(({ line }) => line === problem.line);
      if (found) return found;
      if (Date.now() > end) throw new Error(`nothing is underlined in line ${problem.line}`);
      await this.frame();
    }
  }

  /** Takes a remedy of a problem as a writer does: goes to the problem, opens the list with its key, picks what begins like this. */
  async quickFix(problem: Problem, title: string): Promise<void> {
    const remedies = await this.remedies(problem);
    const wanted = remedies.findIndex((remedy) => remedy.startsWith(title));
    if (wanted < 0) throw new Error(`of ${title} there is only ${remedies.join(', ')}`);
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    // The list opens on its first remedy.
    for (let i = 0; !(await focused.getAttribute('aria-label'))?.startsWith(title) && i <= remedies.length; i++)
      await this.hands.press('ArrowDown');
    await this.hands.press('Enter');
    await this.page.locator('.action-widget:not(.action-list-submenu-panel)').waitFor({ state: 'hidden' });
  }

  /** The same by a click on the remedy. */
  async clickFix(problem: Problem, title: string): Promise<void> {
    await this.openProblem(problem);
    await this.clickRemedy(title);
  }

  /** Takes a remedy of what the caret stands in. */
  async clickRemedy(title: string): Promise<void> {
    await this.listRemedies(title);
    const remedy = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    // The list takes no click before the pointer has moved over it.
    const box = await remedy.boundingBox();
    if (box) await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 2 });
    await this.hands.click(remedy);
    await this.page.locator('.action-widget:not(.action-list-submenu-panel)').waitFor({ state: 'hidden' });
  }

  /** The remedies that the editor lists for a problem; the list stays open. */
  async remedies(problem: Problem): Promise<string[]> {
    await this.openProblem(problem);
    return this.listRemedies();
  }

  private async openProblem(problem: Problem): Promise<void> {
    await this.hands.doubleClick(this.page.locator('.markers-table-container .monaco-list-row', { hasText: problem.message }).first());
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Opens the list of remedies with its key, until one of them has these words. */
  private async listRemedies(words = ''): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // The problem may be listed before the server can be asked for its remedies.
    await this.untilSeen(rows.filter({ hasText: words }).first(), `a remedy: ${words}`, () => this.hands.press('Control+.'));
    return rows.allInnerTexts();
  }

  /** What the view says that shows changes before they are done. */
  async preview(): Promise<string> {
    const panel = this.page.locator('.bulk-edit-panel');
    await panel.locator('.monaco-list-row').nth(1).waitFor();
    return panel.innerText();
  }

  /** Ticks all changes in the view that shows them first, and applies them. */
  async confirm(): Promise<void> {
    const panel = this.page.locator('.bulk-edit-panel');
    await this.hands.click(panel.locator('.monaco-list-row input[type=checkbox], .monaco-list-row .monaco-checkbox').first());
    await this.hands.click(panel.locator('.monaco-button', { hasText: 'Apply' }));
    await panel.waitFor({ state: 'hidden' });
  }

  /** The page in the panel beside the draft. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Waits until the caret stands in a line, as the status bar tells it. */
  async untilCaret(line: number): Promise<void> {
    await this.caret.filter({ hasText: `Ln ${line}, ` }).waitFor();
  }

  /** Puts the caret into a line and column of the draft, from 1. Lines are gone to: how the columns of Chinese text count differs between versions. */
  async putCaret({ line, column }: { readonly line: number; readonly column: number }): Promise<void> {
    await this.untilSeen(this.caret.filter({ hasText: new RegExp(`Ln ${line}, Col 1$`) }), `line ${line}`, async () => {
      await this.hands.press('Control+g');
      await this.hands.fill(this.box, `${line}:1`, ':');
      await this.hands.press('Enter');
    });
    await this.press('ArrowRight', column - 1);
    await this.caret.filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Waits until as many units are selected as is wanted. */
  async untilSelected(wanted: (units: number) => boolean): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const status = await this.caret.innerText();
      if (wanted(Number(/\((\d+) selected\)/.exec(status)?.[1] ?? 0))) return;
      if (Date.now() > end) throw new Error(`the status bar says ${status}`);
      await this.frame();
    }
  }

  /** The lines of the outline that can be seen. */
  async outline(): Promise<string[]> {
    await this.command('Explorer: Focus on Outline View');
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Waits for a place among those over the editor that lead to where the caret stands. */
  async untilCrumb(words: string): Promise<void> {
    await this.page.locator('.breadcrumbs-control .monaco-breadcrumb-item', { hasText: words }).first().waitFor();
  }

  /** Waits for what stands over a line. */
  async untilLens(reads: RegExp): Promise<void> {
    await this.page.locator('.editor-instance .codelens-decoration', { hasText: reads }).filter({ visible: true }).first().waitFor();
  }

  /** Waits until so many places are lit up because of the one that the caret stands in. */
  async untilHighlighted(count: number): Promise<void> {
    const lit = this.page.locator('.editor-instance .wordHighlight, .editor-instance .wordHighlightStrong');
    // An editor that is busy may give up its question and light up what reads alike; a caret that leaves the word and comes back makes it ask again.
    for (const end = Date.now() + patience; !(await isSeen(lit.nth(count - 1), patience / 6, 'attached')); ) {
      if (Date.now() > end) throw new Error(`${await lit.count()} places are lit up, not ${count}`);
      await this.hands.again(async () => {
        await this.press('ArrowDown');
        await this.press('ArrowUp');
      });
    }
  }

  /** The places that are listed in the draft itself, where they were asked for. */
  async peeked(): Promise<string[]> {
    const rows = this.page.locator('.reference-zone-widget .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** What is offered for what has just been written. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** What the editor knows of the word that the caret stands in. */
  async tokenAt(): Promise<string> {
    await this.command('Developer: Inspect Editor Tokens and Scopes');
    const widget = this.page.locator('.token-inspect-widget', { hasText: 'semantic token type' });
    await widget.waitFor();
    const text = await widget.innerText();
    await this.hands.press('Escape');
    return text;
  }

  /** Takes the place that a dialogue for saving offers. */
  async saveAs(suffix: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.box.inputValue()).endsWith(suffix)) if (Date.now() > end) throw new Error(`no place ends with ${suffix}`);
    await this.hands.press('Enter');
    await this.page.locator('.notification-toast', { hasText: suffix }).waitFor();
  }

  /** Loads the window again, as after a restart, once it has stored something of what is open: it does so when it is left. */
  async reload(something: string): Promise<void> {
    const isStored = `(async () => {
      for (const [has, event] of [[true, 'focus'], [false, 'blur']]) {
        document.hasFocus = () => has;
        window.dispatchEvent(new Event(event));
      }
      for (const { name } of await indexedDB.databases()) {
        if (!name.startsWith('vscode-web-state-db')) continue;
        const value = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); request.onerror = () => done(undefined); });
        const database = await value(indexedDB.open(name));
        const stored = await value(database.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor'));
        database.close();
        if (String(stored).includes(${JSON.stringify(something)})) return true;
      }
      return false;
    })()`;
    const end = Date.now() + patience;
    while (!(await this.page.evaluate(isStored)))
      if (Date.now() > end) throw new Error(`the window never stored ${something}`);
      else await this.frame();
    await this.page.reload();
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Presses a key, once or more often. */
  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.hands.press(key);
  }

  async type(text: string): Promise<void> {
    await this.hands.type(text);
  }

  /** The commands that the palette lists for some words. */
  async commands(words: string): Promise<string[]> {
    await this.hands.press('F1');
    await this.hands.fill(this.box, words, '>');
    const rows = this.page.locator('.quick-input-list .monaco-list-row', { hasText: words });
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** What a command asks, and what may be picked. */
  async asked(): Promise<{ title: string; picks: string[] }> {
    const title = this.page.locator('.quick-input-title', { hasText: /./ });
    await title.waitFor();
    return { title: await title.innerText(), picks: await this.page.locator('.quick-input-list .monaco-list-row').allInnerTexts() };
  }

  /** Waits until a line that can be seen, with the hints beside its text, reads like this. @throws with what it reads, where it never does */
  async untilLine(line: number, reads: RegExp): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      const text = (await this.lineText(line)) ?? '';
      if (reads.test(text)) return;
      if (Date.now() > end) throw new Error(`line ${line} reads ${text}`);
      await this.frame();
    }
  }

  /** What the pointer brings up over an underlined place. */
  async hover(problem: Problem, severity: 'error' | 'warning' | 'info'): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .markdown-hover');
    // What stands beside the text may still be on its way, and move it from under the pointer.
    await this.untilSeen(hover.first(), `what is said of line ${problem.line}`, async () => {
      const waves = await this.underlined(severity);
      const index = waves.findIndex(({ line }) => line === problem.line);
      const box = await this.page.locator(`.editor-instance .squiggly-${severity}`).nth(index).boundingBox();
      if (!box) throw new Error(`line ${problem.line} cannot be seen`);
      await this.page.mouse.move(0, 0);
      await this.hands.rest({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    });
    // The parts of several providers come one after the other.
    await this.page.locator('.monaco-hover:not(.hidden)', { hasText: '›' }).first().waitFor();
    return this.page.locator('.monaco-hover:not(.hidden)').first().innerText();
  }

  /** Runs a command of the palette by its name, as soon as it is there. */
  async command(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await this.untilSeen(row, name, async () => {
      await this.hands.press('F1');
      await this.hands.fill(this.box, name, '>');
    });
    await this.hands.click(row);
  }

  /** Runs a command of the palette by the first of its words: they must be enough for it to stand first. */
  async shortCommand(words: string, name: string): Promise<void> {
    await this.hands.press('F1');
    await this.hands.fill(this.box, words, '>');
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.hands.press('Enter');
  }

  /** Closes all that is open; what was written stays. */
  async closeAll(): Promise<void> {
    for (const key of ['Control+s', 'Control+k', 'Control+w']) await this.hands.press(key);
    await this.page.locator('.tab').first().waitFor({ state: 'detached' });
  }

  /** Presses what stands over a line, by its words. */
  async clickLens(words: string): Promise<void> {
    await this.hands.click(this.page.locator('.editor-instance .codelens-decoration a', { hasText: words }).first());
  }

  /** Presses a button over the editor that is active. */
  async clickTitleButton(name: string): Promise<void> {
    await this.hands.click(this.page.locator(`.editor-group-container.active .editor-actions a[aria-label^="${name}"]`).first());
  }

  /** Chooses from what a right click on a place brings up. */
  async chooseFromMenu(place: Locator, words: string): Promise<void> {
    await this.hands.click(place, { button: 'right' });
    const line = this.page.locator('.monaco-menu .action-label', { hasText: words }).first();
    await this.hands.click(line);
    // A menu that has just come up may take a click for the end of the one that brought it.
    const end = Date.now() + patience;
    const isGone = (): Promise<boolean> =>
      line.waitFor({ state: 'hidden', timeout: patience / 30 }).then(
        () => true,
        () => false,
      );
    while (!(await isGone())) {
      if (Date.now() > end) throw new Error(`the menu does not take ${words}`);
      await line.click();
    }
  }

  /** The file list below its last file, which stands for the folder. */
  get emptyPlace(): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list');
  }

  /** Takes a text over from elsewhere, in place of what is selected. */
  async paste(text: string): Promise<void> {
    await this.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.hands.press('Control+v');
  }

  /** Waits for a question of this title, with its place in a sequence where it has one: what stands there. */
  async question(title: string): Promise<string> {
    const widget = this.page.locator('.quick-input-widget:not([style*="display: none"])');
    await widget.locator('.quick-input-title', { hasText: title }).waitFor();
    return widget.innerText();
  }

  /** Writes the answer to a question, in the place of what stands there. */
  async answer(text: string): Promise<void> {
    await this.hands.fill(this.box, text);
    await this.hands.press('Enter');
  }

  /** Takes what is proposed, question by question. */
  async agree(...titles: readonly string[]): Promise<void> {
    for (const title of titles) {
      await this.question(title);
      await this.press('Enter');
    }
  }

  /** Goes back to the question before. */
  async back(): Promise<void> {
    await this.hands.click(this.page.locator('.quick-input-titlebar .codicon-quick-input-back'));
  }

  /** Chooses a line of a list by a part of its words. */
  async choose(words: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
    await row.waitFor();
    await this.hands.click(row);
  }

  /** The lines of the list of a question that can be seen. */
  async choices(): Promise<string[]> {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The sign before each line of the list of a question: the name of its icon, empty where it has none. */
  signs(): Promise<string[]> {
    return this.page
      .locator('.quick-input-list .monaco-list-row')
      .evaluateAll((rows) =>
        rows.map((row) => /codicon-([\w-]+)/.exec(row.querySelector('.quick-input-list-rows .codicon')?.className ?? '')?.[1] ?? ''),
      );
  }

  /** The name of the active tab, once it contains some words. */
  async untilTab(words: string): Promise<string> {
    const tab = this.page.locator('.tab.active', { hasText: words });
    await tab.waitFor();
    return tab.innerText();
  }

  /** What the status bar says of the report, once it reads like this. */
  async untilStatus(reads: RegExp): Promise<string> {
    const item = this.page.locator('#gongkai\\.gongkai\\.gongkai\\.status, [id*="gongkai.status"]').filter({ hasText: reads });
    await item.first().waitFor();
    return item.first().innerText();
  }

  /** Whether the status bar says anything of a report. */
  async hasStatus(): Promise<boolean> {
    return this.page.locator('[id*="gongkai.status"]').first().isVisible();
  }

  /** Clicks on what the status bar says of the report. */
  async clickStatus(): Promise<void> {
    await this.hands.click(this.page.locator('[id*="gongkai.status"] a').first());
  }

  /** A notification that contains some words. */
  async notification(words: RegExp): Promise<string> {
    const found = this.page.locator('.notification-list-item-message', { hasText: words });
    await found.first().waitFor();
    return found.first().innerText();
  }

  /** Presses a button of a notification. */
  async pressInNotification(title: string): Promise<void> {
    await this.hands.click(this.page.locator('.notification-list-item .monaco-button', { hasText: title }).first());
  }

  /** Whether a notification tells of an error. */
  hasErrors(): Promise<boolean> {
    return this.page.locator('.notification-list-item .codicon-error').first().isVisible();
  }

  /** The walkthrough, which stands in the place of an editor. */
  walkthrough(): Locator {
    return this.page.locator('.gettingStartedContainer');
  }

  /** Presses a button of what the file list says where no folder is open. */
  async pressWelcome(title: string): Promise<void> {
    await this.hands.press('Control+Shift+E');
    await this.hands.click(this.page.locator('.welcome-view .monaco-button', { hasText: title }).first());
  }

  /** Opens a step of the walkthrough by its title, and waits for its picture. */
  async step(title: string): Promise<void> {
    const step = this.walkthrough().locator('.getting-started-step', { hasText: title });
    await this.hands.click(step);
    await this.walkthrough().locator('.getting-started-step.expanded', { hasText: title }).waitFor();
  }

  /** Presses a button of the step that is open. */
  async pressButton(title: string): Promise<void> {
    await this.hands.click(this.walkthrough().locator('.getting-started-step.expanded .monaco-button', { hasText: title }).first());
  }

  /** Waits until a step is ticked off. */
  async untilDone(title: string): Promise<void> {
    await this.walkthrough()
      .locator('.getting-started-step', { hasText: title })
      .locator('.codicon-getting-started-step-checked')
      .first()
      .waitFor();
  }

  /** The whole text that is shown over the page: a hover, or a list of remedies. */
  async untilShown(selector: string, words: RegExp): Promise<string> {
    const found = this.page.locator(selector, { hasText: words }).first();
    await found.waitFor();
    return found.innerText();
  }

  /** Puts the caret at the beginning of the draft. */
  async toTop(): Promise<void> {
    await this.hands.click(this.page.locator('.editor-instance .view-lines').first());
    await this.hands.press('Control+Home');
  }

  /** What is underlined in the part of the draft that can be seen: the characters that stand over the wavy line. */
  underlined(severity: 'error' | 'warning' | 'info'): Promise<Underlined[]> {
    return this.editor.evaluate((editor, name) => {
      const all = (selector: string) => [...editor.querySelectorAll(selector)];
      const top = (element: typeof editor): number => Math.round(element.getBoundingClientRect().top);
      const numbers = new Map(all('.line-numbers').map((found) => [top(found), Number(found.textContent)]));
      const lines = new Map(all('.view-line').map((found) => [top(found), found]));
      return all(`.squiggly-${name}`).map((wave) => {
        const { left, right } = wave.getBoundingClientRect();
        const range = editor.ownerDocument.createRange();
        const texts = editor.ownerDocument.createTreeWalker(lines.get(top(wave)) ?? wave, 4); // NodeFilter.SHOW_TEXT
        let text = '';
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          for (let index = 0; index < node.data.length; index++) {
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            const box = range.getBoundingClientRect();
            const middle = (box.left + box.right) / 2;
            if (middle > left && middle < right) text += node.data[index];
          }
        }
        return { line: numbers.get(top(wave)) ?? 0, text };
      });
    }, severity);
  }

  /** Replaces an underlined figure as a writer does: a double click selects it, typing replaces it. */
  async retype(figure: Underlined, severity: 'error' | 'warning' | 'info', written: string): Promise<void> {
    const waves = await this.underlined(severity);
    const index = waves.findIndex(({ line, text }) => line === figure.line && text === figure.text);
    const box = await this.page.locator(`.editor-instance .squiggly-${severity}`).nth(index).boundingBox();
    if (!box) throw new Error(`line ${figure.line} cannot be seen`);
    await this.hands.doubleClick({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await this.hands.type(written);
  }

  /** The text of a line that can be seen. */
  lineText(number: number): Promise<string | undefined> {
    return this.editor.evaluate((editor, wanted) => {
      const top = (element: typeof editor): number => Math.round(element.getBoundingClientRect().top);
      const at = [...editor.querySelectorAll('.line-numbers')].find((found) => Number(found.textContent) === wanted);
      const line = at && [...editor.querySelectorAll('.view-line')].find((found) => top(found) === top(at));
      return line?.textContent.replaceAll('\u00a0', ' ');
    }, number);
  }

  /** What the status bar says of the caret. */
  private get caret(): Locator {
    return this.page.locator('#status\\.editor\\.selection');
  }

  /** The field of the palette and of questions. */
  private get box(): Locator {
    return this.page.locator('.quick-input-box input');
  }

  private get editor(): Locator {
    return this.page.locator('.editor-instance').first();
  }

  /** Does something that brings a thing up, and again where the window was not ready for it. */
  private async untilSeen(thing: Locator, name: string, bringUp: () => Promise<void>): Promise<void> {
    const end = Date.now() + patience;
    await bringUp();
    for (;;) {
      if (await isSeen(thing, patience / 6)) return;
      if (Date.now() > end) throw new Error(`not to be seen: ${name}`);
      await this.hands.again(async () => {
        await this.hands.press('Escape');
        await bringUp();
      });
    }
  }

  /** One more picture on the screen. */
  private async frame(): Promise<void> {
    await this.page.evaluate('new Promise((next) => requestAnimationFrame(next))');
  }
}
