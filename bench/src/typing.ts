import { Random } from '../../test/generator/random';
import type { Change } from './lsp';

/** Somebody who types a character into a draft and takes it out again, here and there: the draft stays as long as it is. */
export class Typist {
  private readonly lines: readonly string[];
  private readonly random: Random;
  private typed: { readonly line: number; readonly character: number } | undefined;

  constructor(draft: string, seed: number) {
    this.lines = draft.split(/\r\n|\r|\n/);
    this.random = new Random(seed);
  }

  next(): Change {
    const { typed, random } = this;
    if (typed) {
      this.typed = undefined;
      return { range: { start: typed, end: { ...typed, character: typed.character + 1 } }, text: '' };
    }
    const line = random.int(0, this.lines.length - 1);
    const at = { line, character: random.int(0, this.lines[line]?.length ?? 0) };
    this.typed = at;
    return { range: { start: at, end: at }, text: random.pick(['1', '0', '公', '，', ' ', '\t', '|', '<']) };
  }
}
