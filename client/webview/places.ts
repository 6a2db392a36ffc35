/** From the page to the draft and back. Offsets are those of the draft, in UTF-16 units. */

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The place that an element stands for, or the next one around it that has one. */
export function placeOf(element: Element | null): Place | undefined {
  const placed = element?.closest('[data-start]');
  return placed ? { start: Number(placed.getAttribute('data-start')), end: Number(placed.getAttribute('data-end')) } : undefined;
}

/**
 * What on the page stands for an offset: the smallest element, and of two that meet there the one that begins; between the cells of
 * a table the last one before it.
 */
function elementAt(page: Element, offset: number): Element | undefined {
  let best: Element | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const element of page.querySelectorAll('.page [data-start]:not(table)')) {
    const place = placeOf(element);
    if (!place || place.start > offset || place.end < offset) continue;
    const length = place.end - place.start + (place.end === offset && place.start < offset ? 0.5 : 0);
    if (length > least) continue;
    best = element;
    least = length;
  }
  return best ?? cellBefore(page, offset);
}

function cellBefore(page: Element, offset: number): Element | undefined {
  const table = [...page.querySelectorAll('table[data-start]')].find((one) => {
    const place = placeOf(one);
    return place && place.start <= offset && offset <= endOfLine(place.end);
  });
  let last: Element | undefined;
  let most = 0;
  for (const cell of table?.querySelectorAll('[data-start]') ?? []) {
    const place = placeOf(cell);
    if (!place || place.end > offset || place.end < most) continue;
    last = cell;
    most = place.end;
  }
  return last;
}

/** Behind the last cell of a table a bar, a tag and some blanks may stand. */
const endOfLine = (end: number): number => end + 12;

/** Shows where the caret of the draft is. */
export function showCaret(page: Element, offset: number | undefined, scroll: boolean): void {
  const here = offset === undefined ? undefined : elementAt(page, offset);
  for (const element of page.querySelectorAll('.here')) if (element !== here) element.classList.remove('here');
  here?.classList.add('here');
  if (scroll) here?.scrollIntoView({ block: 'nearest' });
}

/** Calls back with the place that is clicked, or that Enter is pressed on; arrows go from one fault to the next. */
export function followPlaces(page: HTMLElement, reveal: (place: Place) => void): void {
  page.addEventListener('click', ({ target }) => {
    // Who selects a text wants to copy it.
    if (document.getSelection()?.type === 'Range') return;
    const place = placeOf(target as Element);
    if (place) reveal(place);
  });
  page.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (!target.classList.contains('fault')) return;
    if (event.key === 'Enter') {
      const place = placeOf(target);
      if (place) reveal(place);
      return;
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const faults = [...page.querySelectorAll<HTMLElement>('.fault[tabindex]')];
    faults[faults.indexOf(target) + step]?.focus();
  });
}
