import { applyEdits, byPlace, type Edit } from '../server/src/editing/edit';
import { element, text } from '../server/src/preview/markup';
import type { Finding } from '../server/src/rules/rule';

/** The text area with a layer behind it that underlines what was found. */
export class Editor {
  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly layer: HTMLElement,
  ) {
    area.addEventListener('scroll', () => this.align());
  }

  get text(): string {
    return this.area.value;
  }

  get caret(): number {
    return this.area.selectionStart;
  }

  /** Another draft: what was typed before cannot be taken back. */
  open(draft: string): void {
    this.area.value = draft;
    this.area.setSelectionRange(0, 0);
    this.area.scrollTop = 0;
  }

  /** Edits can be taken back as what is typed. */
  apply(edits: readonly Edit[]): void {
    const after = applyEdits(this.text, edits);
    this.area.focus();
    for (const { range, text: written } of [...edits].sort(byPlace).reverse()) {
      this.area.setSelectionRange(range.start, range.end);
      // The one way to edit a text area that its undo knows of.
      document.execCommand(written === '' ? 'delete' : 'insertText', false, written);
    }
    if (this.text === after) return;
    this.area.value = after;
    this.area.dispatchEvent(new Event('input'));
  }

  reveal(offset: number): void {
    this.area.focus();
    this.area.setSelectionRange(offset, offset);
    const mark = document.createRange();
    const [node, at] = this.nodeAt(offset);
    if (!node) return;
    mark.setStart(node, at);
    const { top, height } = this.area.getBoundingClientRect();
    const place = mark.getBoundingClientRect().top;
    if (place < top || place > top + height - 24) this.area.scrollTop += place - top - height / 3;
    this.align();
  }

  underline(findings: readonly Finding[]): void {
    let html = '';
    let from = 0;
    for (const { range, severity } of findings) {
      // Of two over each other the first is enough.
      if (range.start < from) continue;
      html +=
        text(this.text.slice(from, range.start)) + element('mark', { class: severity }, text(this.text.slice(range.start, range.end)));
      from = range.end;
    }
    this.layer.innerHTML = `${html}${text(this.text.slice(from))}\n`;
    this.align();
  }

  private align(): void {
    this.layer.scrollTop = this.area.scrollTop;
  }

  /** Where an offset stands in the layer. */
  private nodeAt(offset: number): [Node | undefined, number] {
    const nodes = document.createTreeWalker(this.layer, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (left <= length) return [node, left];
      left -= length;
    }
    return [undefined, 0];
  }
}
