import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditingOptions } from '../editing/edit';
import { newReport } from '../editing/newReport';
import { titleText } from '../editing/skeletons';
import { layouts } from '../editing/write';
import { type Bilingual, editionOfYear, editions } from '../editions';

/** The request, beyond the protocol, for a new report. */
export const newReportMethod = 'gongkai/newReport';

export interface NewReport {
  /** The official title, which is what the file is called too. */
  readonly title: string;
  readonly text: string;
  /** The first place to fill in, in UTF-16 units. */
  readonly caret: Position;
}

/** Writes a report; a text says what is wrong with what is asked. */
export function writeReport(params: unknown, fill: EditingOptions['fill'], language: keyof Bilingual): NewReport | string {
  const { unit, year, layout: wanted } = (params ?? {}) as Readonly<Record<string, unknown>>;
  const layout = layouts.find((name) => name === wanted);
  if (typeof unit !== 'string' || unit.trim() === '') return `${newReportMethod} without a unit`;
  if (typeof year !== 'number' || !Number.isInteger(year)) return `${newReportMethod} without a year`;
  if (!layout) return `${newReportMethod}: the layout is one of ${layouts.join(', ')}`;
  if (!editionOfYear(year)) return noFormat(year)[language];
  const title = titleText(unit.trim(), year);
  const { text, caret } = newReport(title, { fill, layout });
  return { title, text, caret: TextDocument.create('', '', 0, text).positionAt(caret) };
}

const noFormat = (year: number): Bilingual => {
  const first = editions[0]!.years[0];
  return {
    zh: `${year} 年度的报告没有统一格式：官方格式从 ${first} 年度开始。`,
    en: `There is no official format for reports on ${year}: the first one is for ${first}.`,
  };
};
