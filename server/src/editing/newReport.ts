import { readReport } from '../reading/read';
import { applyEdits, type EditingOptions } from './edit';
import { insertMissing } from './missing';

/** A whole report under a title, as a file of its own: Markdown where its tables are, else plain text. `caret`: the first place to fill in. */
export function newReport(title: string, options: EditingOptions): { readonly text: string; readonly caret: number } {
  const markdown = options.layout === 'gfm' || options.layout === 'html';
  const first = `${markdown ? '# ' : ''}${title}\n`;
  const text = applyEdits(first, insertMissing(readReport(first), options));
  const [section] = readReport(text).sections;
  return { text, caret: section?.text[0]?.end ?? section?.heading.range.end ?? text.length };
}
