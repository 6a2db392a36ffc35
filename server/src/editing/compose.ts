import { applyEdits, byPlace, type Edit } from './edit';

/** One set of edits of `text` that does what `first` and then, in the text that results, `second` does. */
export function compose(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const between = applyEdits(text, first);
  const done = placed(first);
  const after = [...second].sort(byPlace);
  const composed: Edit[] = [];
  let shift = 0;
  let i = 0;
  let j = 0;
  while (i < done.length || j < after.length) {
    // A stretch of the text between that touches edits of either kind without a gap.
    const start = Math.min(done[i]?.start ?? Number.POSITIVE_INFINITY, after[j]?.range.start ?? Number.POSITIVE_INFINITY);
    const shiftBefore = shift;
    let end = start;
    const own: Edit[] = [];
    for (;;) {
      const [one, other] = [done[i], after[j]];
      if (one && one.start <= end) {
        end = Math.max(end, one.end);
        shift += one.edit.text.length - (one.edit.range.end - one.edit.range.start);
        i++;
      } else if (other && other.range.start <= end) {
        end = Math.max(end, other.range.end);
        own.push({ range: { start: other.range.start - start, end: other.range.end - start }, text: other.text });
        j++;
      } else break;
    }
    composed.push({ range: { start: start - shiftBefore, end: end - shift }, text: applyEdits(between.slice(start, end), own) });
  }
  return composed.flatMap((edit) => trimmed(text, edit));
}

interface Placed {
  readonly edit: Edit;
  /** Where its text stands once the edits are done. */
  readonly start: number;
  readonly end: number;
}

function placed(edits: readonly Edit[]): Placed[] {
  let shift = 0;
  return [...edits].sort(byPlace).map((edit) => {
    const start = edit.range.start + shift;
    shift += edit.text.length - (edit.range.end - edit.range.start);
    return { edit, start, end: start + edit.text.length };
  });
}

/** An edit without the ends that it leaves as they are, whole lines where it changes several; none where it changes nothing. */
export function trimmed(text: string, { range: { start, end }, text: replacement }: Edit): Edit[] {
  let from = 0;
  const shorter = Math.min(end - start, replacement.length);
  while (from < shorter && text[start + from] === replacement[from]) from++;
  let behind = 0;
  while (behind < shorter - from && text[end - 1 - behind] === replacement[replacement.length - 1 - behind]) behind++;
  if (text.slice(start + from, end - behind).includes('\n') || replacement.slice(from, replacement.length - behind).includes('\n')) {
    // Lines that merely begin or end alike are not the same line: a preview of halves could not be read.
    from = from === 0 ? 0 : replacement.lastIndexOf('\n', from - 1) + 1;
    const lineEnd = replacement.indexOf('\n', replacement.length - behind);
    behind = lineEnd < 0 ? 0 : replacement.length - lineEnd;
  }
  // A client takes a place between CR and LF for the end of the line: a second CR would be left.
  if (from > 0 && cutsBreak(text, start + from)) from--;
  if (behind > 0 && cutsBreak(text, end - behind))
    behind += behind < shorter - from && replacement[replacement.length - behind - 1] === '\r' ? 1 : -1;
  const left = { range: { start: start + from, end: end - behind }, text: replacement.slice(from, replacement.length - behind) };
  return left.range.start === left.range.end && left.text === '' ? [] : [left];
}

const cutsBreak = (text: string, at: number): boolean => text[at] === '\n' && text[at - 1] === '\r';

/** The same edits in the order of the text, those that touch each other as one. */
export function adjoined(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of [...edits].sort(byPlace)) {
    const last = out.at(-1);
    if (last?.range.end === edit.range.start)
      out[out.length - 1] = { range: { start: last.range.start, end: edit.range.end }, text: last.text + edit.text };
    else out.push(edit);
  }
  return out;
}
