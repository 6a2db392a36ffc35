import type { AnalyzeOptions } from './analysis/analyze';
import { isRecord } from './json';

/** The section `gongkai` of the user's settings, as far as the server reads it. */
export interface Settings {
  readonly edition: NonNullable<AnalyzeOptions['edition']>;
}

export const defaultSettings: Settings = { edition: 'auto' };

/** Settings from what a client sent: anything unknown or malformed is as if it were not there. */
export function readSettings(value: unknown): Settings {
  const edition = isRecord(value) ? value.edition : undefined;
  return edition === '2019' || edition === '2021' ? { edition } : defaultSettings;
}

export const sameSettings = (one: Settings, other: Settings): boolean => one.edition === other.edition;
