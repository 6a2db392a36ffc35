/**
 * What the units of a stretch of prose may be part of, as bits: tells, while it is read, which patterns are worth a try.
 * Every word that a pattern cannot do without is known by one unit of it, the rarest.
 */
export const Unit = {
  /** Divides clauses. */
  mark: 1,
  numeral: 2,
  /** Behind the number of a count. */
  counter: 4,
  /** A document, or none of them, is counted. */
  piece: 8,
  /** 未, 没有, 无, 不存在, 均, 全部, 都, 皆, 零. */
  word: 16,
  /** 申请, 复议, 诉讼, 结转, 延期, 办结, 完毕, 维持, 规范性文件, 政策. */
  matter: 32,
  /** 规范性文件, 规章, 政策, 决定, 废止, 许可, 处罚. */
  document: 64,
  year: 128,
  /** 年, 月, 季度, 计划, 目标, 力争, 以来. */
  time: 256,
  /** 期内. */
  period: 512,
  /** 我局, 本市, 全省, 各级. */
  own: 1024,
  /** Quotes and emphasis: no part of what is read. */
  dropped: 2048,
  /** 财政局, 办公室, 大队, 城关镇, 部门. */
  body: 4096,
} as const;

const known: readonly (readonly [units: string, bit: number])[] = [
  [',;:。!?、()', Unit.mark],
  ['0123456789零〇一二两三四五六七八九十百千万', Unit.numeral],
  ['件起宗例', Unit.counter],
  ['件份个部未没无', Unit.piece],
  ['未没无存均全都皆零0', Unit.word],
  ['申议讼转延结毕持范策', Unit.matter],
  ['范章策决废许罚', Unit.document],
  ['年月', Unit.year],
  ['年月季划标争来', Unit.time],
  ['期', Unit.period],
  ['我本全各', Unit.own],
  ['局厅委室办队心站所院处镇乡道位司校区会团构府县市旗门关级面', Unit.body],
  ['*_`"“”‘’', Unit.dropped],
];

/** The bits of every UTF-16 unit. */
export const unitBits = new Uint16Array(0x10000);
for (const [units, bit] of known) for (const unit of units) unitBits[unit.charCodeAt(0)]! |= bit;
