import { statSync } from 'node:fs';
import { type Context, KB, script } from '../context';
import type { Figure } from '../figures';

/** What the server weighs, beside one that does nothing with the same protocol library. */
export async function* size(context: Context): AsyncIterable<Figure> {
  const kilobytes = (name: string): number => statSync(script(context, name)).size / KB;
  const floor = { name: 'a server that does nothing', value: kilobytes('emptyServer') };
  yield { id: 'size.server', name: 'server.js', unit: 'KB', value: kilobytes('server'), floor, target: 300 };
  yield { id: 'size.cli', name: 'program.js', unit: 'KB', value: kilobytes('program'), floor };
}
