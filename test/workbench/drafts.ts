import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './door';

const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');

/** The example in which every feature has something to show: a wrong total in table 3, another in table 4, a blank cell in table 2. */
export const faulty = example('清河县民政局2023年政府信息公开工作年度报告.md');
/** One in the format of 2019. */
export const old = example('清河县民政局2019年政府信息公开工作年度报告.md');
/** One whose tables are divided by tabs. */
export const tabbed = example('柳泉县农业农村局2023年政府信息公开工作年度报告.txt');

/** The text of a draft up to some words, from there up to others, and the rest. */
export function cut(text: string, from: string, to: string): [before: string, part: string, after: string] {
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  assert.ok(start > 0 && end > start);
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

export const titleOf = (unit: string, year = 2023): string => `${unit}${year}年政府信息公开工作年度报告`;

/** The draft of another unit. */
export const ofUnit = (text: string, unit: string): string => text.replaceAll('清河县民政局', unit);

/** One whose table 3 is missing. */
export function withoutRequests(unit: string): string {
  const [before, , after] = cut(ofUnit(faulty, unit), '| （本列', '## 四、');
  return before + after;
}

/** Drafts by the names of their units. */
export type Drafts = Readonly<Record<string, (unit: string) => string>>;

export function writeDrafts(folder: string, drafts: Drafts): void {
  for (const [unit, text] of Object.entries(drafts)) writeFileSync(join(folder, `${titleOf(unit)}.md`), text(unit));
}
