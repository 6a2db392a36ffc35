import { Parser } from 'htmlparser2';
import { fold, MASK } from '../../server/src/reading/text';

/** An element of the preview, as a browser would have it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const VOID = new Set(['br', 'wbr']);
const NAMES = new Set(
  'article aside section div p h1 h2 h3 span strong mark small code ol ul li button table caption tbody tr th td br wbr ul #root'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class id lang type title tabindex scope rowspan colspan aria-describedby aria-hidden aria-label data-start data-end'.split(' '),
);

/** Parses a fragment of the preview. @throws where an element is left open, closed twice, or none of the preview's own */
export function parsed(html: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!NAMES.has(name)) throw new Error(`an element ${name} that is not the preview's`);
        const strange = Object.keys(attributes).find((attribute) => !ATTRIBUTES.has(attribute));
        if (strange !== undefined) throw new Error(`${name} has an attribute ${strange}`);
        const element = { name, attributes, children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      onclosetag(name, isImplied) {
        if (isImplied && !VOID.has(name)) throw new Error(`${name} is left open`);
        const closed = open.pop();
        if (closed?.name !== name) throw new Error(`${closed?.name} is closed as ${name}`);
      },
      ontext(text) {
        open.at(-1)!.children.push(text);
      },
      oncomment() {
        throw new Error('a comment');
      },
      onprocessinginstruction(name) {
        throw new Error(`an instruction ${name}`);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is left open`);
  return root;
}

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child))).join('');

/** All elements in an element, in the order of the page. */
export const elements = (element: Element): Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));

export const hasClass = ({ attributes }: Element, name: string): boolean => (attributes.class ?? '').split(' ').includes(name);

/** The place in the draft that an element stands for. */
export function placeOf({ attributes }: Element): { start: number; end: number } | undefined {
  const { 'data-start': start, 'data-end': end } = attributes;
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) };
}

/** What is left of a text for comparison: no blanks, no markup, one form for every character. */
export const bare = (text: string): string =>
  [...text]
    .filter((character) => character !== MASK)
    .map((character) => (character.length === 1 ? String.fromCharCode(fold(character.charCodeAt(0))) : character))
    .join('')
    .replace(/[\s\u0000*|#]/g, '');

/** Whether the characters of one text all stand in another, in their order. */
export function standsIn(shown: string, source: string): boolean {
  let at = 0;
  for (const character of shown) {
    at = source.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** What is wrong with the places of a page; nothing where each lies in the draft and covers what it shows. */
export function misplaced(page: Element, masked: string): string | undefined {
  for (const element of elements(page)) {
    const place = placeOf(element);
    if (!place) continue;
    const { start, end } = place;
    const name = `${element.name} ${element.attributes.class ?? ''} at ${start}–${end}`;
    if (!(start >= 0 && start <= end && end <= masked.length)) return `${name} is no place of the draft`;
    const labelled = element.name === 'th' || element.name === 'table' || element.name === 'button' || hasClass(element, 'absent');
    if (labelled || hasClass(element, 'beside')) continue;
    const [shown, source] = [bare(textOf(element)), bare(masked.slice(start, end))];
    if (!standsIn(shown, source)) return `${name} shows ${JSON.stringify(shown)} of ${JSON.stringify(source)}`;
  }
  return undefined;
}
