import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { Door, root } from './door';
import { type WindowLook, Workbench } from './workbench';

/** Where the pictures of all tests go. */
export const pictures = join(root, 'out', 'screenshots');

interface WindowOptions extends WindowLook {
  readonly locale?: string;
  /** Complaints of the page that are ours. */
  readonly ours?: RegExp;
}

/** A front door to a folder of its own, and a browser before it: for all tests of a file. */
export class House {
  /** The folder that the front door shows. */
  drafts = '';
  address = '';
  browser!: Browser;
  private door: Door | undefined;

  /** `examples`: the drafts that are copied into it; `furnish`: puts in what else is to be there. */
  constructor(
    private readonly name: string,
    private readonly examples: readonly string[],
    private readonly furnish: (folder: string) => void = () => undefined,
  ) {}

  async open(): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    this.drafts = mkdtempSync(join(tmpdir(), `gongkai-${this.name}-`));
    for (const name of this.examples) copyFileSync(join(root, 'examples', name), join(this.drafts, name));
    this.furnish(this.drafts);
    this.door = new Door('--port', '0', this.drafts);
    [this.address, this.browser] = await Promise.all([this.door.address(), launch()]);
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.door?.stop('SIGKILL');
    rmSync(this.drafts, { recursive: true, force: true });
  }

  /** Defines tests for a Chinese and for an English browser, each with a window that all of them share: `enter` comes before them, `leave` after. */
  inBothLanguages(
    enter: (workbench: Workbench) => Promise<void>,
    leave: (workbench: Workbench, language: 'zh' | 'en') => Promise<void>,
    define: (language: 'zh' | 'en', workbench: () => Workbench) => void,
  ): void {
    for (const [language, locale] of [
      ['zh', 'zh-CN'],
      ['en', 'en-US'],
    ] as const)
      describe(`in a browser that speaks ${locale}`, () => {
        let workbench: Workbench | undefined;
        before(async () => {
          workbench = await Workbench.open(this.browser, this.address, locale);
          await enter(workbench);
        });
        after(async () => {
          try {
            if (workbench) await leave(workbench, language);
          } finally {
            await workbench?.close();
          }
        });
        define(language, () => workbench ?? assert.fail('no window'));
      });
  }

  /** Does something in a window of its own, which may have no complaint about us; keeps a picture of it where that fails. */
  async inWindow(
    work: (workbench: Workbench) => Promise<void>,
    { locale = 'zh-CN', ours = /gongkai/, ...options }: WindowOptions = {},
  ): Promise<void> {
    const workbench = await Workbench.open(this.browser, this.address, locale, options);
    try {
      await work(workbench);
      assert.deepEqual(
        workbench.complaints.filter((text) => ours.test(text)),
        [],
      );
    } catch (error) {
      await workbench.screenshot(join(pictures, `failed-${this.name}.png`));
      throw error;
    } finally {
      await workbench.close();
    }
  }
}
