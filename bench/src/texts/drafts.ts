import fc from 'fast-check';
import { balancedSpec, draftStyle } from '../../../test/generator/arbitrary';
import { faultKinds, withFault } from '../../../test/generator/faults';
import { Random } from '../../../test/generator/random';
import { type DraftStyle, type LayoutName, layoutNames, render } from '../../../test/generator/render';
import type { Spec } from '../../../test/generator/spec';
import { type Filler, published } from './prose';

export { type LayoutName, layoutNames };

const bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Drafts of `size` UTF-8 bytes, or a little less, in one layout: every other one balanced, the others with one fault. What
 * the generator draws is shorter and is filled up with paragraphs in section 一. The same seed gives the same drafts.
 */
export function drafts(
  layout: LayoutName,
  { seed, count, size, filler = published }: { seed: number; count: number; size: number; filler?: Filler },
): string[] {
  const texts: string[] = [];
  // Some are drawn too long: an HTML page with attributes on every cell.
  for (const [spec, style] of fc.sample(fc.tuple(balancedSpec, draftStyle(layout)), { seed, numRuns: count * 10 })) {
    const random = new Random(style.seed);
    const faulty = texts.length % 2 === 1 ? withFault(spec, random.pick(faultKinds), style.layout, random) : spec;
    const text = faulty && filled(faulty, style, size, filler);
    if (text !== undefined) texts.push(text);
    if (texts.length === count) return texts;
  }
  throw new Error(`the generator gives too few drafts of ${size} bytes in the layout ${layout}`);
}

/** The draft with paragraphs added until the next one would make it longer than `size` bytes; `undefined` where it is longer as it is, or lacks section 一. */
function filled(spec: Spec, style: DraftStyle, size: number, filler: Filler): string | undefined {
  const added: string[] = [];
  const draft = (): string => render({ ...spec, prose: { ...spec.prose, overview: [...spec.prose.overview, ...added] } }, style).text;
  let text = draft();
  if (bytes(text) > size || spec.faults.withoutSections?.includes(1)) return undefined;
  for (const paragraph of filler(spec, new Random(style.seed))) {
    added.push(paragraph);
    const longer = draft();
    if (bytes(longer) > size) break;
    text = longer;
  }
  return text;
}
