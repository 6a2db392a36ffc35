import type { Label } from '../../server/src/editions';
import type { Random } from './random';

/** How the labels of a draft are written; the first value of every choice is the official way. */
export interface LabelStyle {
  readonly brackets: 'full' | 'half' | 'mixed';
  readonly numbering: '1.' | '1. ' | '1．' | '1、';
  readonly quotes: 'curly' | 'straight' | 'none';
  /** Half-width `,` and `:` as some converters write them. */
  readonly punctuation: 'full' | 'half';
  /** Blanks inside labels: none, here and there, between all characters of short labels. */
  readonly blanks: 'none' | 'some' | 'spread';
  /** Other wordings that the format accepts. */
  readonly accepted: boolean;
}

/** Writes labels in one style. */
export class LabelWriter {
  readonly #style: LabelStyle;
  readonly #random: Random;

  constructor(style: LabelStyle, random: Random) {
    this.#style = style;
    this.#random = random;
  }

  write(label: Label): string {
    const accepted = this.#style.accepted && label.accepted && this.#random.chance(0.5) ? this.#random.pick(label.accepted) : label.text;
    return this.text(accepted);
  }

  text(official: string): string {
    return this.#spaced(this.#marks(official));
  }

  #marks(official: string): string {
    const { brackets, numbering, quotes, punctuation } = this.#style;
    let text = official.replace(/^(\d)\./, (_, digit: string) => numbering.replace('1', digit));
    if (brackets === 'half' || (brackets === 'mixed' && this.#random.chance(0.5))) {
      text = text
        .replaceAll('（', '(')
        .replaceAll('）', this.#random.chance(0.3) ? ') ' : ')')
        .trimEnd();
    }
    if (quotes === 'straight') text = text.replace(/[“”]/g, '"');
    if (quotes === 'none') text = text.replace(/[“”]/g, '');
    if (punctuation === 'half') text = text.replaceAll('，', this.#random.chance(0.5) ? ', ' : ',').replaceAll('：', ':');
    return text;
  }

  #spaced(text: string): string {
    const { blanks } = this.#style;
    if (blanks === 'none') return text;
    const blank = this.#random.pick([' ', ' ', ' ', '　', '  ']);
    // A double blank divides columns in some layouts, and then it is no longer a blank inside a label.
    const one = blank === '  ' ? ' ' : blank;
    if (blanks === 'spread' && [...text].length <= 9 && this.#random.chance(0.6)) return [...text].filter((c) => c !== ' ').join(one);
    if (!this.#random.chance(0.4)) return text;
    const characters = [...text];
    const at = this.#random.int(1, Math.max(1, characters.length - 1));
    if (characters[at] === ' ' || characters[at - 1] === ' ') return text;
    return characters.slice(0, at).join('') + one + characters.slice(at).join('');
  }
}
