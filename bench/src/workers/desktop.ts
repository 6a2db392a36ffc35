import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesktop, packageExtension, setUpDesktop, unsupported } from '../../../scripts/lib/desktop.mjs';
import { launch } from '../../../test/workbench/browser';
import { Workbench } from '../../../test/workbench/workbench';
import { resident } from '../resident';
import { activationOf } from './activation';
import { input, tell } from './worker';

/** The packaged extension in the desktop-like VS Code. */
export interface DesktopInput {
  readonly report: string;
  readonly edits: number;
  readonly windows: number;
}

export type DesktopOutput = Taken | { readonly unsupported: string };

interface Taken {
  /** Milliseconds to load and activate the extension, one a window. */
  readonly activation: readonly number[];
  /** Resident, in MB. */
  readonly memory: Memory;
}

interface Memory {
  /** The extension host of an empty window. */
  readonly empty: number;
  /** That of a window with a report. */
  readonly host: number;
  readonly server: number;
}

interface Running {
  readonly pid: number;
  readonly group: number;
  readonly command: readonly string[];
}

void main();

async function main(): Promise<void> {
  const { report, edits, windows } = input<DesktopInput>();
  const why = unsupported();
  if (why) return tell({ unsupported: `${why.zh} ${why.en}` });
  const home = await setUpDesktop();
  if (!home) throw new Error('the desktop-like VS Code could not be installed');
  const scratch = mkdtempSync(join(tmpdir(), 'gongkai-bench-desktop-'));
  const folder = join(scratch, 'drafts');
  const name = '临江市人民政府2023年政府信息公开工作年度报告.md';
  mkdirSync(folder);
  writeFileSync(join(folder, name), report);
  const vsix = await packageExtension(scratch);
  const [desktop, browser] = await Promise.all([openDesktop({ home, vsix, folder, port: 0 }), launch()]);
  /** Its processes: all are of one group, and some name its folder of extensions. */
  const own = (): Running[] => {
    const all = running();
    const group = all.find(({ command }) => command.includes(desktop.extensions))?.group;
    return all.filter((one) => one.group === group);
  };
  const hosts = (): number[] => own().flatMap(({ pid, command }) => (command.includes('--type=extensionHost') ? [pid] : []));
  try {
    const empty = await Workbench.open(browser, desktop.url.replace(/\?.*/, '?ew=true'), 'en-US');
    const [bare] = await until(hosts);
    const before = await settled(() => resident(bare!));
    await empty.close();
    const window = await Workbench.open(browser, desktop.url, 'en-US');
    await window.openDraft(name);
    await window.untilStatus(/no errors/);
    await window.toEnd();
    for (let i = 0; i < edits; i++) await window.press(i % 2 === 0 ? '1' : 'Backspace');
    await window.untilStatus(/no errors/);
    const host = hosts().find((pid) => pid !== bare)!;
    const server = own().find(({ command }) => command.some((part) => part.endsWith('/dist/server.js')))!.pid;
    const memory = { empty: before, host: await settled(() => resident(host)), server: await settled(() => resident(server)) };
    await window.close();
    const activation: number[] = [];
    for (let i = 0; i < windows; i++) {
      const other = await Workbench.open(browser, desktop.url, 'en-US');
      await other.openDraft(name);
      await other.untilStatus(/no errors/);
      activation.push(await activationOf(other, 'gongkai'));
      await other.close();
    }
    tell({ activation, memory } satisfies Taken);
  } finally {
    await browser.close();
    await desktop.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function running(): Running[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The name of the program stands in brackets and may hold anything; the group is the third value behind it.
      const group = Number(readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[2]);
      return [{ pid: Number(name), group, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0') }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

const pause = (milliseconds: number): Promise<void> => new Promise((next) => setTimeout(next, milliseconds));

async function until<T>(list: () => readonly T[]): Promise<readonly T[]> {
  for (let i = 0; i < 300; i++) {
    const found = list();
    if (found.length > 0) return found;
    await pause(100);
  }
  throw new Error('the extension host never started');
}

/** The value once it changes by less than 1 MB in 3 s, or what it is after 30 s. */
async function settled(value: () => number): Promise<number> {
  let last = value();
  for (let i = 0; i < 10; i++) {
    await pause(3000);
    const now = value();
    if (Math.abs(now - last) < 1) return now;
    last = now;
  }
  return last;
}
