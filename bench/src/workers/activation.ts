import type { Workbench } from '../../../test/workbench/workbench';

/** Milliseconds to load and activate an extension, as the list of running extensions has it. Throws where it is not listed. */
export async function activationOf(window: Workbench, extension: string): Promise<number> {
  const row = window.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: extension }).first();
  if (!(await row.isVisible())) await window.command('Developer: Show Running Extensions');
  const [, time] = /Activation: (\d+)ms/.exec(await row.innerText()) ?? [];
  if (time === undefined) throw new Error(`no time of activation is told of ${extension}`);
  return Number(time);
}
