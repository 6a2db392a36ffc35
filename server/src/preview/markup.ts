import { escapeHtml } from '../editing/write/html';
import type { Range } from '../reading/report';

/** The markup of the preview: whatever comes from a draft goes through here. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with content that is markup already. Attributes without a value, and empty ones, are left out. */
export function element(name: string, attributes: Attributes, content: string): string {
  let tag = name;
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== '') tag += ` ${attribute}="${escapeHtml(String(value)).replaceAll('"', '&quot;')}"`;
  return `<${tag}>${content}</${name}>`;
}

/** Text of a draft or of a message. */
export const text = escapeHtml;

/** What says where in the draft a thing stands: offsets in UTF-16 units. */
export const placed = (range: Range | undefined): Attributes => (range ? { 'data-start': range.start, 'data-end': range.end } : {});

/** A thing to press that leads to a place of the draft. */
export const link = (range: Range, content: string): string =>
  element('button', { type: 'button', class: 'place', ...placed(range) }, content);
