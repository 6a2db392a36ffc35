import type { AnalyzeOptions } from './analysis/analyze';
import { defaultEditing, type EditingOptions } from './editing/edit';
import { isRecord } from './json';

/** The section `gongkai` of the user's settings, as far as the server reads it. */
export interface Settings {
  readonly edition: NonNullable<AnalyzeOptions['edition']>;
  /** `skeleton.fill`: what new value cells hold. */
  readonly fill: EditingOptions['fill'];
}

export const defaultSettings: Settings = { edition: 'auto', fill: defaultEditing.fill };

/** Settings from what a client sent: anything unknown or malformed is as if it were not there. */
export function readSettings(value: unknown): Settings {
  const { edition, skeleton } = isRecord(value) ? value : {};
  const fill = isRecord(skeleton) ? skeleton.fill : undefined;
  return {
    edition: edition === '2019' || edition === '2021' ? edition : defaultSettings.edition,
    fill: fill === '0' || fill === 'blank' ? fill : defaultSettings.fill,
  };
}

export const sameSettings = (one: Settings, other: Settings): boolean => one.edition === other.edition && one.fill === other.fill;

/** New tables are written as is usual in the language of the document. */
export const editingOptions = ({ fill }: Settings, languageId: string): EditingOptions => ({
  fill,
  layout: languageId === 'html' ? 'html' : languageId === 'plaintext' ? 'tab' : 'gfm',
});
