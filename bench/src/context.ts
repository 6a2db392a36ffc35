import { join } from 'node:path';
import { serverArguments } from '../../server/src/input/engine';
import type { Figure } from './figures';
import type { Options } from './options';
import type { LayoutName } from './texts/drafts';

/** UTF-8 bytes. */
export const KB = 1024;
export const MB = 1024 * KB;

/** A draft, of 15 KB if nothing else is said, in memory and as a file. */
export interface Draft {
  readonly text: string;
  readonly file: string;
}

export interface Context {
  readonly options: Options;
  /** Of the project. */
  readonly root: string;
  /** A folder of this run: what was built for it, and its texts. */
  readonly out: string;
  /** In every layout; the first is balanced, every other one has a fault. */
  readonly drafts: Readonly<Record<LayoutName, readonly Draft[]>>;
  /** With 30 KB of prose. */
  readonly wordy: readonly Draft[];
  /** The same with short paragraphs and many figures. */
  readonly dense: readonly Draft[];
}

/** A part of the bench: its figures as they come. */
export type Part = (context: Context) => AsyncIterable<Figure>;

export const script = ({ out }: Context, name: string): string => join(out, `${name}.js`);

/** How VS Code starts a server, but over stdio. */
export const started = (context: Context, name: 'server' | 'emptyServer'): string[] => [
  ...serverArguments,
  script(context, name),
  '--stdio',
];

/** The balanced draft in a layout. */
export function draftOf({ drafts }: Context, layout: LayoutName): Draft {
  const [draft] = drafts[layout];
  if (!draft) throw new RangeError(`no draft in the layout ${layout}`);
  return draft;
}
