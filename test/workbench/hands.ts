import type { Locator, Page } from 'playwright-core';

/** The hands on keyboard and mouse, and how much they have done: a key, a chord, a Chinese character and a click are one each. */
export class Hands {
  private done = 0;

  constructor(private readonly page: Page) {}

  /** Strokes and clicks so far. */
  get strokes(): number {
    return this.done;
  }

  /** Does something once more because the window was not ready, which nobody would have done who saw it: it does not count. */
  async again(work: () => Promise<void>): Promise<void> {
    const { done } = this;
    await work();
    this.done = done;
  }

  async press(key: string): Promise<void> {
    this.done += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.done += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** Writes into a field, in place of what stands there, or behind the beginning that it comes with. */
  async fill(field: Locator, text: string, beginning = ''): Promise<void> {
    this.done += [...text].length;
    await field.fill(beginning + text);
  }

  async click(target: Locator, options: Parameters<Locator['click']>[0] = {}): Promise<void> {
    this.done += 1;
    await target.click(options);
  }

  async doubleClick(target: Locator | { readonly x: number; readonly y: number }): Promise<void> {
    this.done += 2;
    if ('x' in target) await this.page.mouse.dblclick(target.x, target.y);
    else await target.dblclick();
  }

  /** Lets the pointer rest on a place: that is one, too. */
  async rest({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    this.done += 1;
    await this.page.mouse.move(x, y);
  }
}
