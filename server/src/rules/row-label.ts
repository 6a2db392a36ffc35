import { ownTables } from '../editing/convert';
import { quoted, relabel } from '../editing/relabel';
import type { Range } from '../reading/report';
import { tableName } from './naming';
import { ALL_EDITIONS, NOTICE, rule } from './rule';

export const rowLabel = rule({
  id: 'row-label',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '行名与规定不一致', en: 'Row label not official' },
  explanation: {
    zh: '行名由表样规定。认得出但写法不同（错字、简称、旧版名称）的，改成规定的名称，数不变。',
    en: 'The table lays down the labels of its rows. One that is recognised under another wording (a typo, a short form, a name of the old edition) can be set to the official label; the figures stay.',
  },
  basis: NOTICE,
  needs: ['tables', 'edition'],
  fix: 'safe',
  *check({ report }) {
    for (const table of ownTables(report)) {
      if (table.scrambled) continue;
      for (const { row, label, pieces, agreement } of table.rows) {
        if (agreement !== 'variant' && agreement !== 'typo') continue;
        // Of a row that stands twice the one under another name may be something else: row-duplicate says so.
        if (table.rows.some((other) => other.row.id === row.id && other.label !== label)) continue;
        const name = tableName(table);
        const { text } = row.label;
        const actual = quoted(report.text, ...(pieces ?? [label]));
        yield {
          range: label,
          message: {
            zh: `${name.zh}行名写作“${actual}”，应为“${text}”。`,
            en: `${name.en}: the label reads “${actual}”; it should read “${text}”.`,
          },
          data: { table: table.definition.id, row: row.id, actual, expected: text },
        };
      }
    }
  },
  *fixes({ range, data }, { report }) {
    const bound = [...report.tables.values()]
      .flatMap(({ rows }) => rows)
      .find(({ row, label }) => row.id === data.row && label.start === range.start && label.end === range.end);
    if (!bound) return;
    const { text } = bound.row.label;
    const [first, ...others] = bound.pieces ?? [bound.label];
    const edits = first && relabel(report.text, [withNumber(report.text, first), ...others], text);
    if (edits) yield { title: { zh: `行名改为“${text}”`, en: `Set the label to “${text}”` }, edits, safe: true, preferred: true };
  },
});

/** A number before a label, and what divides the two: blanks, the end of a cell that it has for itself, tags. */
const NUMBER_BEFORE = /(?:^|[\s|>])([（(]?(?:\d|[一二三四五六七])\s?[.．、，)）](?:[\s|]|&nbsp;|<[^<>]*>){0,12})$/;
/** 二 、上年结转: the mark may stand with the label. */
const BARE_NUMBER_BEFORE = /(?:^|[\s|>])([（(]?(?:\d|[一二三四五六七])(?:[\s|]|&nbsp;|<[^<>]*>){0,12})$/;
/** How far before a label its number is looked for: a cell's tags may stand between them. */
const MAX_BEFORE = 200;

/** A label with the number that stands apart before it in its row. */
function withNumber(text: string, label: Range): Range {
  const before = text.slice(Math.max(0, label.start - MAX_BEFORE), label.start);
  const number = (/[.．、]/.test(text[label.start] ?? '') ? BARE_NUMBER_BEFORE : NUMBER_BEFORE).exec(before)?.[1];
  // Without tags a line is a row; with them a row is one.
  if (!number || (number.includes('<') ? /<\/?tr\b/i : /[\r\n]/).test(number)) return label;
  return { start: label.start - number.length, end: label.end };
}
