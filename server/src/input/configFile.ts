import type { Bilingual } from '../editions';
import { decode, Unreadable } from './decode';

/** The names that a config file may have; of several in one folder the first counts. */
export const configNames = ['.gongkairc.json', '.gongkairc.jsonc', '.gongkairc.yaml'] as const;

/** A config file that is there: its text, or why it has none. One that cannot be read is not as if it were absent. */
export interface ConfigText {
  readonly text: string;
  readonly fault?: Bilingual;
}

/** Bytes: a config is some lines, what is larger is none. */
const MAX_CONFIG = 1_000_000;

/** The text of a config file of so many bytes. `read` is called where it is not too large, and may throw. */
export function configText(size: number, read: () => Uint8Array): ConfigText {
  try {
    if (size > MAX_CONFIG) throw new Unreadable({ zh: '文件过大，不是配置', en: 'too large for a config' });
    return { text: decode(read()) };
  } catch (error) {
    const detail = error instanceof Unreadable ? error.text : undefined;
    const fault = {
      zh: `配置无法读取${detail ? `：${detail.zh}` : ''}，这个文件不起作用。`,
      en: `The config cannot be read${detail ? `: ${detail.en}` : ''}. It has no effect.`,
    };
    return { text: '', fault };
  }
}
