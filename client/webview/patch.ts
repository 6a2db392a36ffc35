/** Makes a page that of the newer draft with as few changes as possible: what is the same stays, with its focus and its place. */

/** Offsets change with every letter that is typed before them: they tell no two elements apart. */
const sameBut = (html: string): string => html.replace(/ data-(?:start|end)="\d+"/g, '');

const signature = (node: Node): string => (node instanceof Element ? sameBut(node.outerHTML) : `#${node.nodeValue ?? ''}`);

/** Gives an element the content that a piece of markup has. */
export function patch(element: Element, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  patchChildren(element, template.content);
}

function patchChildren(into: Node, from: Node): void {
  const [old, wanted] = [[...into.childNodes], [...from.childNodes]];
  const [oldNames, names] = [old.map(signature), wanted.map(signature)];
  let start = 0;
  while (start < old.length && start < wanted.length && oldNames[start] === names[start]) start++;
  let behind = 0;
  while (behind < old.length - start && behind < wanted.length - start && oldNames.at(-1 - behind) === names.at(-1 - behind)) behind++;
  for (let i = 0; i < start; i++) takePlaces(old[i]!, wanted[i]!);
  for (let i = 1; i <= behind; i++) takePlaces(old.at(-i)!, wanted.at(-i)!);
  const [oldEnd, end] = [old.length - behind, wanted.length - behind];
  for (let i = start; i < Math.max(oldEnd, end); i++) {
    const [before, after] = [i < oldEnd ? old[i] : undefined, i < end ? wanted[i] : undefined];
    if (before && after) patchNode(before, after);
    else if (before) before.parentNode?.removeChild(before);
    else if (after) into.insertBefore(after, old[oldEnd] ?? null);
  }
}

function patchNode(before: Node, after: Node): void {
  if (before instanceof Element && after instanceof Element && before.nodeName === after.nodeName) {
    takeAttributes(before, after);
    patchChildren(before, after);
  } else before.parentNode?.replaceChild(after, before);
}

function takeAttributes(before: Element, after: Element): void {
  for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) before.removeAttribute(name);
  for (const { name, value } of [...after.attributes]) if (before.getAttribute(name) !== value) before.setAttribute(name, value);
}

/** Two nodes that are the same but for their places, and all in them. */
function takePlaces(before: Node, after: Node): void {
  if (!(before instanceof Element && after instanceof Element)) return;
  const placed = '[data-start]';
  const pairs: [Element, Element][] = [[before, after]];
  const others = after.querySelectorAll(placed);
  for (const [i, element] of [...before.querySelectorAll(placed)].entries()) if (others[i]) pairs.push([element, others[i]]);
  for (const [element, newer] of pairs)
    for (const name of ['data-start', 'data-end']) {
      const value = newer.getAttribute(name);
      if (value !== null && element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
}
