import { judgeClaims } from '../analysis/claims';
import type { Culprit } from '../analysis/culprit';
import type { RelationState, ViolatedRelation } from '../analysis/relations';
import type { Bilingual, CellId, Row } from '../editions';
import type { Cell, Report, Table } from '../reading/report';
import { FULL_WIDTH, skipBlankBack } from '../reading/text';
import { readValue } from '../reading/values';
import { writeBehindLabel } from './behindLabel';
import { byPlace, type Edit, type Fix } from './edit';
import { cellPlace, relationPlace, rowPlace } from './naming';
import { behindBreak, lineAt } from './source';

/** Figures written into cells, and what follows from them for the relations. */

// ── the text of a cell ──

/** Far more than a blank cell of any converter holds. */
const MAX_ROOM = 4000;

/**
 * The edit that makes `written` the text of a cell; what surrounds the old text (blanks, emphasis, markup) stays. Nothing
 * where a blank cell has no place of its own: a row too short, or columns divided by blanks.
 */
export function cellEdit(text: string, table: Table, cell: Cell, written: string): Edit | undefined {
  const { range, value } = cell;
  const old = text.slice(range.start, range.end);
  if (value.state !== 'blank') {
    const replacement = inPlaceOf(old, written);
    return replacement.startsWith(old)
      ? { range: { start: range.end, end: range.end }, text: replacement.slice(old.length) }
      : { range, text: replacement };
  }
  if (old.length > MAX_ROOM) return undefined;
  const below = belowBar(text, cell, written);
  if (below) return below;
  if (!hasPlace(text, table, cell)) return behindBar(text, cell, written) ?? behindLabel(text, table, cell, written);
  if (text[range.start - 1] !== '>') return { range, text: inRoom(old, written) };
  const slot = slotOf(old);
  return slot && { range: { start: range.start + slot.start, end: range.start + slot.end }, text: written };
}

/** The edits that write figures into blank cells of a table; nothing where one of them has no place of its own. */
export function fillBlanks(report: Report, table: Table, written: (cell: Cell) => string | undefined): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const bound of table.rows) {
    const wanted = [...bound.cells.values()].flatMap((cell) => {
      const value = cell.value.state === 'blank' ? written(cell) : undefined;
      return value === undefined ? [] : [{ cell, value }];
    });
    const behind =
      wanted.length > 0 &&
      writeBehindLabel(
        report.text,
        table,
        bound,
        wanted.map(({ value }) => value),
      );
    for (const edit of behind ? [behind] : wanted.map(({ cell, value }) => cellEdit(report.text, table, cell, value))) {
      if (!edit) return undefined;
      edits.push(edit);
    }
  }
  return edits.sort(byPlace);
}

/** Emphasis around the old text stays, and so does markup within it. */
function inPlaceOf(old: string, written: string): string {
  if (old.includes('<')) return written + (old.match(/<[^<>]*>/g) ?? []).join('');
  const [, before = '', core = '', after = ''] = /^([*_`]*)([\s\S]*?)([*_`]*)$/.exec(old) ?? [];
  return core === '' ? written : before + written + after;
}

/** Whether delimiters stand on both sides of a blank cell, and no other cell claims the room between them. */
function hasPlace(text: string, table: Table, { range: { start, end } }: Cell): boolean {
  const before = text[start - 1];
  const after = text[end];
  const opened = before === '\t' || before === '|' || before === '>' || isLineEnd(before);
  const closed = after === '\t' || after === '|' || after === '<' || isLineEnd(after);
  // A line all blank without any delimiter is no cell.
  if (!opened || !closed || (isLineEnd(before) && isLineEnd(after))) return false;
  let claims = 0;
  for (const row of table.rows) for (const cell of row.cells.values()) if (cell.range.start === start && cell.range.end === end) claims++;
  return claims === 1;
}

/** A cell that a bar closes in a line of its own. */
function behindBar(text: string, { range: { start, end } }: Cell, written: string): Edit | undefined {
  const line = lineAt(text, start);
  const blanks = text.slice(line.start, start);
  if (start !== end || text[start] !== '|' || !/^[ \t]*\|\s*$/.test(text.slice(line.start, line.end))) return undefined;
  return { range: { start: line.start, end: start }, text: written + (blanks || ' ') };
}

/** A cell below a bar in a line of its own: the line behind that is the cell's, however many empty ones follow. */
function belowBar(text: string, { range: { start, end } }: Cell, written: string): Edit | undefined {
  const bar = start === end ? skipBlankBack(text, Math.max(0, start - MAX_ROOM), start) - 1 : -1;
  const line = text[bar] === '|' ? lineAt(text, bar) : undefined;
  if (!line || text.slice(line.start, line.end).trim() !== '|') return undefined;
  const at = behindBreak(text, line.end);
  // A bar behind a bar is itself a blank cell, where bars close cells.
  return at < start || (at === start && isLineEnd(text[start])) ? { range: { start: at, end: at }, text: written } : undefined;
}

/** The only value of a row whose label stands alone. */
function behindLabel(text: string, table: Table, { row, range }: Cell, written: string): Edit | undefined {
  const bound = table.rows.find((one) => one.row === row && one.label.end === range.start);
  return bound && writeBehindLabel(text, table, bound, [written]);
}

const isLineEnd = (unit: string | undefined): boolean => unit === undefined || unit === '\n' || unit === '\r';

/** A figure among the blanks between two delimiters, as wide as they are where that is possible. */
function inRoom(room: string, written: string): string {
  if (room === '') return written;
  // What a program wrote into a blank cell.
  if (room.trim() !== '') return room.replace(room.trim(), written);
  return `${room[0]}${written}${room.slice(1 + written.length) || room[0]}`;
}

const HIDDEN = /^(?:script|style|title|noscript|textarea|del|s|strike)$/i;
const VOID = /^(?:br|img|wbr|hr|input)$/i;

/** Where in the room of a blank HTML cell text belongs: in its innermost element, in place of `&nbsp;`. */
function slotOf(room: string): { start: number; end: number } | undefined {
  const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][\w:]*)[^<>]*>/gi;
  let best: { start: number; end: number } | undefined;
  let deepest = -1;
  let depth = 0;
  let hidden = 0;
  let from = 0;
  const segment = (to: number): boolean => {
    const words = room.slice(from, to);
    const blanks = words.replace(/&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x0*a0|#x0*3000);?/gi, '');
    if (/[^\s\u200b-\u200f\u2060\ufeff]/.test(blanks)) return hidden > 0;
    if (hidden > 0 || (depth <= deepest && !(depth === deepest && blanks !== words && best!.start === best!.end))) return true;
    deepest = depth;
    const entity = words.indexOf('&');
    // Line feeds and indents between tags stay.
    const blank = blanks === words && /[\r\n]/.test(words);
    best = blank
      ? { start: from, end: from }
      : entity < 0
        ? { start: from, end: to }
        : { start: from + entity, end: from + words.lastIndexOf(';') + 1 || to };
    return true;
  };
  for (let match = tag.exec(room); match; match = tag.exec(room)) {
    if (!segment(match.index)) return undefined;
    from = tag.lastIndex;
    const [whole, closing, name] = match;
    if (name === undefined || VOID.test(name) || whole.endsWith('/>')) continue;
    const step = closing ? -1 : 1;
    depth = Math.max(0, depth + step);
    if (HIDDEN.test(name)) hidden = Math.max(0, hidden + step);
  }
  return segment(room.length) ? best : undefined;
}

// ── figures and relations ──

/** A figure that a cell would hold. */
export interface Figure {
  readonly cell: Cell;
  readonly value: bigint;
}

/** The number in a cell of counts; nothing where none can be read. */
export const numberIn = ({ value }: Cell): bigint | undefined => (value.state === 'number' ? value.digits : undefined);

/** The sum of one side of a relation with some cells changed; nothing where an operand is no number. */
function sideWith({ operands }: RelationState, side: 'left' | 'right', changes: readonly Figure[]): bigint | undefined {
  let sum = 0n;
  for (const operand of operands) {
    if (operand.side !== side) continue;
    const figure = changes.find(({ cell }) => cell === operand.cell);
    const number = figure ? figure.value : operand.cell && numberIn(operand.cell);
    if (number === undefined) return undefined;
    sum += number;
  }
  return sum;
}

const holdsCell = ({ table, relation }: RelationState, own: Table, { row, column }: Cell): boolean => {
  const here = (id: CellId): boolean => id.row === row.id && id.column === column.id;
  return table === own && (relation.left.some(here) || relation.right.some(here));
};

/** The relations that a cell takes part in. */
export const relationsAt = (relations: readonly RelationState[], table: Table, cell: Cell): RelationState[] =>
  relations.filter((state) => holdsCell(state, table, cell));

/** The relations that would be violated with some figures changed, and are not violated now. */
export function brokenBy(relations: readonly RelationState[], table: Table, changes: readonly Figure[]): RelationState[] {
  return relations.filter((state) => {
    if (state.state === 'violated' || !changes.some(({ cell }) => holdsCell(state, table, cell))) return false;
    const left = sideWith(state, 'left', changes);
    const right = left === undefined ? undefined : sideWith(state, 'right', changes);
    return right !== undefined && right !== left;
  });
}

/** What a cell must hold so that a relation holds; nothing where another operand is no number. */
export function neededBy(state: RelationState, cell: Cell): bigint | undefined {
  const own = state.operands.find((operand) => operand.cell === cell);
  const zero = [{ cell, value: 0n }];
  const left = sideWith(state, 'left', zero);
  const right = left === undefined ? undefined : sideWith(state, 'right', zero);
  if (!own || left === undefined || right === undefined) return undefined;
  return own.side === 'left' ? right - left : left - right;
}

/** Whether a relation defines a cell as the total of others. */
export const isTotalOf = ({ relation }: RelationState, { row, column }: Cell): boolean =>
  relation.left.length === 1 && relation.left[0]!.row === row.id && relation.left[0]!.column === column.id;

// ── remedies ──

/** What remedies are made from. */
export interface Figures {
  readonly report: Report;
  readonly relations: readonly RelationState[];
}

/** 由 36 改为 63 · 填为 0 */
function step(text: string, { range, value }: Cell, written: string): Bilingual {
  if (value.state === 'blank') return { zh: `填为 ${written}`, en: `to ${written}` };
  const old = visible(text.slice(range.start, range.end));
  return { zh: `由 ${old} 改为 ${written}`, en: `from ${old} to ${written}` };
}

/** 表三“（七）总计”行“自然人”列由 36 改为 63 */
export function changeOf({ text }: Report, table: Table, cell: Cell, written: string): Bilingual {
  const place = cellPlace(table, cell.row, cell.column);
  const change = step(text, cell, written);
  return { zh: `${place.zh}${change.zh}`, en: `${place.en} ${change.en}` };
}

/** The words of a cell, without markup and on one line. */
export const visible = (old: string): string =>
  old
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:nbsp|#160);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A remedy that makes `written` the text of one cell. */
export function rewriteCell(
  { report }: Figures,
  table: Table,
  cell: Cell,
  written: string,
  marks: Omit<Fix, 'title' | 'edits'> & { readonly note?: Bilingual } = {},
): Fix | undefined {
  const edit = cellEdit(report.text, table, cell, written);
  if (!edit) return undefined;
  const change = changeOf(report, table, cell, written);
  const { note, ...rest } = marks;
  return { title: { zh: `将${change.zh}${note?.zh ?? ''}`, en: `Set ${change.en}${note?.en ?? ''}` }, edits: [edit], ...rest };
}

/**
 * A remedy that writes figures into cells of a table, the first of which is its subject. What would then be violated that is
 * not now, the writer confirms.
 */
export function writeFigures(
  { report, relations }: Figures,
  table: Table,
  figures: readonly Figure[],
  { preferred, note }: { readonly preferred?: boolean; readonly note?: Bilingual } = {},
): Fix | undefined {
  const edits = figures.map(({ cell, value }) => cellEdit(report.text, table, cell, String(value)));
  if (!edits.every((edit) => edit !== undefined)) return undefined;
  const steps = figures.map(({ cell, value }, i) => {
    const place =
      i === 0
        ? cellPlace(table, cell.row, cell.column)
        : { zh: `同行“${cell.column.label.text}”列`, en: `column “${cell.column.label.text}”` };
    const change = step(report.text, cell, String(value));
    return { zh: `${place.zh}${change.zh}`, en: `${place.en} ${change.en}` };
  });
  const broken = [...brokenBy(relations, table, figures).map(relationPlace), ...overdrawn(table, figures)];
  const sure = preferred === true && broken.length === 0;
  return {
    title: {
      zh: `将${steps.map(({ zh }) => zh).join('，')}${note?.zh ?? ''}`,
      en: `Set ${steps.map(({ en }) => en).join(', and ')}${note?.en ?? ''}`,
    },
    edits: edits.sort(byPlace),
    ...(sure ? { preferred: true } : {}),
    ...(broken.length > 0 ? { confirm: mismatch(broken) } : {}),
  };
}

function mismatch(places: readonly Bilingual[]): Bilingual {
  return {
    zh: `这样改后，${[...new Set(places.map(({ zh }) => zh))].join('、')}的数对不上。请核对后再改。`,
    en: `After this the figures of ${[...new Set(places.map(({ en }) => en))].join('; ')} do not agree. Check them first.`,
  };
}

/** The rows whose stock would be below 0 with some figures changed, and is not now. */
function overdrawn(table: Table, changes: readonly Figure[]): Bilingual[] {
  return table.edition.stocks.flatMap(({ table: id, row, terms }) => {
    const bound = id === table.definition.id ? table.rows.find((one) => one.row.id === row) : undefined;
    if (!bound || !changes.some(({ cell }) => bound.cells.get(cell.column.id) === cell)) return [];
    const stock = (after: readonly Figure[]): bigint | undefined => {
      let sum = 0n;
      for (const { column, sign } of terms) {
        const cell = bound.cells.get(column);
        const value = after.find((figure) => figure.cell === cell)?.value ?? (cell && numberIn(cell));
        if (value === undefined) return undefined;
        sum += value * BigInt(sign);
      }
      return sum;
    };
    return (stock(changes) ?? 0n) < 0n && (stock([]) ?? 0n) >= 0n ? [rowPlace(table, bound.row)] : [];
  });
}

/** What the parts of a total add up to: nothing for any other cell or where a part cannot be read; two where its equations do not agree. */
export function sumsFor(relations: readonly RelationState[], table: Table, cell: Cell): bigint[] {
  const totals = relationsAt(relations, table, cell).filter((state) => isTotalOf(state, cell));
  return distinct(totals.map((state) => neededBy(state, cell)));
}

/**
 * Remedies of a cell that holds nothing, or a mark for nothing: the sum of the parts in a total; else 0. Where relations
 * leave only one other figure, that one goes first.
 */
export function* fillGap(figures: Figures, table: Table, cell: Cell): Iterable<Fix> {
  const around = relationsAt(figures.relations, table, cell);
  const totals = around.filter((state) => isTotalOf(state, cell));
  const sums = sumsFor(figures.relations, table, cell);
  if (sums.length > 0) {
    for (const value of sums)
      yield* present(writeFigures(figures, table, [{ cell, value }], { preferred: sums.length === 1, note: COMPUTED }));
    return;
  }
  // A total of something is not 0, though it cannot be computed.
  if (
    totals.some(({ operands }) =>
      operands.some((operand) => operand.side === 'right' && operand.cell && (numberIn(operand.cell) ?? 0n) > 0n),
    )
  )
    return;
  const wanted = around.flatMap((state) => neededBy(state, cell) ?? []);
  const [only, ...others] = distinct(wanted);
  const settled = only !== undefined && others.length === 0 && only > 0n;
  if (settled) yield* present(writeFigures(figures, table, [{ cell, value: only }], { preferred: wanted.length > 1, note: DEDUCED }));
  const nothing = only === undefined ? cell.value.state === 'unreadable' : only === 0n;
  yield* present(writeFigures(figures, table, [{ cell, value: 0n }], { preferred: nothing }));
}

/** The remedy that writes 0 into a cell that holds nothing, or a mark for nothing. */
export function zeroFor(figures: Figures, table: Table, cell: Cell): Fix | undefined {
  const { value } = cell;
  if (value.state === 'number' || (value.state === 'unreadable' && value.why !== 'placeholder')) return undefined;
  for (const fix of fillGap(figures, table, cell)) if (fix.edits[0]?.text.trim() === '0') return fix;
  return undefined;
}

/**
 * A remedy for all that is blank in a row: 0, and in a total the sum of its parts. Nothing where a total cannot be computed, or
 * something would not agree: then other figures belong there.
 */
export function fillRow(figures: Figures, table: Table, row: Row): Fix | undefined {
  const bound = table.rows.find((one) => one.row === row);
  const blank = bound ? [...bound.cells.values()].filter(({ value }) => value.state === 'blank') : [];
  if (blank.length < 2) return undefined;
  const around = new Map(blank.map((cell) => [cell, relationsAt(figures.relations, table, cell)]));
  const totals = blank.filter((cell) => around.get(cell)!.some((state) => isTotalOf(state, cell)));
  const zeros = blank.flatMap((cell) => (totals.includes(cell) ? [] : [{ cell, value: 0n }]));
  const changes: Figure[] = [...zeros];
  // The total of a row is the sum of totals, too.
  for (const cell of totals) {
    const sums = distinct(around.get(cell)!.map((state) => (isTotalOf(state, cell) ? sideWith(state, 'right', changes) : undefined)));
    if (sums.length !== 1) return undefined;
    changes.push({ cell, value: sums[0]! });
  }
  const edits = fillBlanks(figures.report, table, (cell) => changes.find((change) => change.cell === cell)?.value.toString());
  if (zeros.length === 0 || !edits || brokenBy(figures.relations, table, changes).length > 0) return undefined;
  const place = rowPlace(table, row);
  return {
    title: {
      zh: `${place.zh}的 ${zeros.length} 处空格填 0${totals.length > 0 ? '，总计填各项之和' : ''}`,
      en: `Write 0 in ${zeros.length} blank cells of ${place.en}${totals.length > 0 ? ', and sums' : ''}`,
    },
    edits,
    confirm: CHECK_ZEROS,
  };
}

export const CHECK_ZEROS: Bilingual = { zh: '没有发生的才填 0，请逐格核对', en: '0 means that nothing happened; check every cell' };

const COMPUTED: Bilingual = { zh: '（各项之和）', en: ' (the sum of its parts)' };
const DEDUCED: Bilingual = { zh: '（由总计与其他各项推得）', en: ' (deduced from the total and the other parts)' };

/** Remedies of a total that is not the sum of its parts: the cell that settles more than this goes first. */
export function* settleTotal(figures: Figures, state: ViolatedRelation, culprits: readonly Culprit[]): Iterable<Fix> {
  const total = state.operands[0]!.cell!;
  const culprit = culprits.find(({ settles }) => settles.includes(state));
  if (culprit && culprit.cell !== total) yield* settleAll(figures, culprit);
  const around = relationsAt(figures.relations, state.table, total).filter((other) => other.state === 'violated');
  const preferred = culprit ? culprit.cell === total : around.length === 1;
  yield* present(writeFigures(figures, state.table, [{ cell: total, value: state.right }], { preferred, note: COMPUTED }));
}

/** The remedy of a culprit. */
export function* settleAll(figures: Figures, { table, cell, expected }: Culprit): Iterable<Fix> {
  yield* present(writeFigures(figures, table, [{ cell, value: expected }], { preferred: true }));
}

/**
 * Remedies of a column that does not balance, one for each of its cells that would settle it: first the one that the prose speaks for, last
 * those that it speaks against or that leave something else wrong.
 */
export function settleBalance(figures: Figures, state: ViolatedRelation, culprits: readonly Culprit[]): Fix[] {
  const { table } = state;
  const culprit = culprits.find(({ settles }) => settles.includes(state));
  const fixes = state.operands.flatMap(({ cell }) => {
    const value = cell && neededBy(state, cell);
    if (!cell || value === undefined || value < 0n) return [];
    const change = [{ cell, value }, ...alongWith(figures.relations, table, { cell, value })];
    const said = proseOn(figures.report, change);
    const fix = writeFigures(figures, table, change, { preferred: cell === culprit?.cell && said !== 'contradicts' });
    return fix ? [{ fix, said }] : [];
  });
  const right = fixes.filter(({ fix, said }) => said === 'agrees' && !fix.confirm);
  const harm = (one: (typeof fixes)[number]): number =>
    one.fix.preferred ? 0 : (one.fix.confirm ? 4 : 1) + (one.said === 'agrees' ? 0 : one.said === 'contradicts' ? 2 : 1);
  const sorted = fixes.sort((a, b) => harm(a) - harm(b)).map(({ fix }) => fix);
  return !culprit && right.length === 1 ? sorted.map((fix, i) => (i === 0 ? { ...fix, preferred: true } : fix)) : sorted;
}

/** Those remedies of another column's balance that settle this one, too: a part and its total hold the same slip. */
export function settleBoth(
  figures: Figures,
  state: ViolatedRelation,
  all: readonly ViolatedRelation[],
  culprits: readonly Culprit[],
): Fix[] {
  const alike = all.filter((one) => one !== state && one.table === state.table && one.left - one.right === state.left - state.right);
  const [other] = alike;
  if (!other || alike.length > 1) return [];
  const places = state.operands.flatMap(({ cell }) => cell?.range ?? []);
  return settleBalance(figures, other, culprits).filter(
    ({ edits, confirm }) =>
      !confirm && edits.some(({ range }) => places.some(({ start, end }) => start <= range.start && range.end <= end)),
  );
}

/** What the prose says of cells once they hold other figures: a number of it comes true, or one that was true does not any more. */
function proseOn(report: Report, changes: readonly Figure[]): 'agrees' | 'contradicts' | undefined {
  let agrees = false;
  for (const { claim, state, figures } of judgeClaims(report)) {
    if (!figures.some(({ cells }) => changes.some(({ cell }) => cells.includes(cell)))) continue;
    const after = figures.map(({ cells, value }, i) =>
      changes.reduce((sum, change) => {
        const term = claim.readings[i]![cells.indexOf(change.cell)];
        return term ? sum + (change.value - (numberIn(change.cell) ?? 0n)) * BigInt(term.sign) : sum;
      }, value),
    );
    const comesTrue = after.includes(claim.value);
    if (!comesTrue && state === 'agrees') return 'contradicts';
    if (comesTrue && state === 'contradicts' && claim.written) agrees = true;
  }
  return agrees ? 'agrees' : undefined;
}

/** The total of the row, where it balances as little as the part that is changed: the same slip is in both. */
function alongWith(relations: readonly RelationState[], table: Table, part: Figure): Figure[] {
  const broken = brokenBy(relations, table, [part]);
  const total = broken.length === 1 ? broken[0]!.operands[0]!.cell! : part.cell;
  const sum = total === part.cell ? undefined : sideWith(broken[0]!, 'right', [part]);
  if (sum === undefined || broken[0]!.relation.left.length > 1) return [];
  const figure = { cell: total, value: sum };
  return brokenBy(relations, table, [part, figure]).length === 0 ? [figure] : [];
}

/** The number of a cell written plainly, where its value stays and no word is lost. */
export function plainNumber(text: string, { range, value, column }: Cell, dropsUnit = false): string | undefined {
  if (value.state !== 'number' || value.oddities.includes('note')) return undefined;
  const written = visible(text.slice(range.start, range.end))
    .replace(/^[*_`]+|[*_`]+$/g, '')
    .replace(/[\uff0b-\uff0e\uff10-\uff19]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH))
    .replace(/(\d),(?=\d)/g, '$1')
    .replace(/(^|[^\d.])0+(?=\d)/, '$1');
  const bare = dropsUnit || column.kind === 'count' || column.kind === 'change' ? written.replace(/\s*[^\d]+$/, '') : written;
  const again = readValue(bare, 0, bare.length, column.kind);
  const same =
    again.state === 'number' &&
    again.normal === value.normal &&
    again.unit === (dropsUnit || value.oddities.includes('unit') ? undefined : value.unit);
  return same && again.oddities.length === 0 ? bare : undefined;
}

/** The words of a cell with a unit behind its number, before any note. */
export function withUnit(text: string, { range }: Cell, unit: string): string {
  const words = visible(text.slice(range.start, range.end)).replace(/^[*_`]+|[*_`]+$/g, '');
  return words.replace(/^[^\d０-９]*[\d０-９.,，．]+(?:\s*万)?/, (number) => `${number}${unit}`);
}

/** `digits` times 10 to the power of `-scale`, exactly: 23500, 4 → 2.35. */
export function decimal(digits: bigint, scale: number): string {
  if (scale <= 0) return String(digits * 10n ** BigInt(-scale));
  const padded = String(digits).padStart(scale + 1, '0');
  const fraction = padded.slice(-scale).replace(/0+$/, '');
  return `${padded.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

const distinct = (values: readonly (bigint | undefined)[]): bigint[] => [...new Set(values.flatMap((value) => value ?? []))];

function* present(fix: Fix | undefined): Iterable<Fix> {
  if (fix) yield fix;
}
