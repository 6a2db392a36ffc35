import { type EditionId, editionById, rowsOf, tableOf } from '../../server/src/editions';

/** A complete draft with tab-separated tables of zeros, and figures put in where a test wants them. */
export interface DraftOptions {
  readonly edition?: EditionId;
  readonly year?: number;
  readonly unit?: string;
  /** By `table/row/column`. */
  readonly values?: Readonly<Record<string, string>>;
}

const editions = { 2019: 2020, 2021: 2023 } as const;

export function draft({ edition: id = '2021', year = editions[id], unit = '清河县民政局', values = {} }: DraftOptions = {}): string {
  const edition = editionById(id);
  const heading = (number: number): string => edition.sections.find((section) => section.number === number)?.label.text ?? '';
  const value = (table: string, row: string, column: string): string => values[`${table}/${row}/${column}`] ?? '0';

  const disclosure = tableOf(edition, 'disclosure').blocks.flatMap((block) => [
    block.title?.text ?? '',
    [block.stub?.text, ...block.columns.map(({ label }) => label.text)].join('\t'),
    ...block.rows.map((row) => [row.label.text, ...block.columns.map(({ id }) => value('disclosure', row.id, id))].join('\t')),
  ]);

  const [block] = tableOf(edition, 'requests').blocks;
  if (!block) throw new RangeError('table requests has no block');
  const kinds = block.columns.slice(1, -1).map(({ label }) => label.text);
  const requests = [
    `${block.stub?.text}\t\t\t申请人情况\t\t\t\t\t\t总计`,
    '\t\t\t自然人\t法人或其他组织',
    `\t\t\t\t${kinds.join('\t')}`,
    ...block.rows.map((row, i) => {
      const above = block.rows[i - 1]?.path ?? [];
      // A label that spans rows stands in the first of them; a label that spans columns leaves the others blank.
      const labels = [...row.path.map((label, depth) => (above[depth] === label ? '' : label.text)), row.label.text];
      const cells = [...labels, '', '', ''].slice(0, 3);
      return [...cells, ...block.columns.map(({ id }) => value('requests', row.id, id))].join('\t');
    }),
  ];

  const groups = rowsOf(tableOf(edition, 'disputes'));
  const outcomes = groups[0]?.block.columns ?? [];
  const disputes = [
    '行政复议\t\t\t\t\t行政诉讼',
    `${outcomes.map(({ label }) => label.text).join('\t')}\t未经复议直接起诉\t\t\t\t\t复议后起诉`,
    `\t\t\t\t\t${[...outcomes, ...outcomes].map(({ label }) => label.text).join('\t')}`,
    groups.flatMap(({ row }) => outcomes.map(({ id }) => value('disputes', row.id, id))).join('\t'),
  ];

  return [
    `${unit}${year}年政府信息公开工作年度报告`,
    '',
    heading(1),
    '',
    `${year}年，本单位依法推进主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障各项工作。`,
    '',
    heading(2),
    '',
    ...disclosure,
    '',
    heading(3),
    '',
    ...requests,
    '',
    heading(4),
    '',
    ...disputes,
    '',
    heading(5),
    '',
    '存在的主要问题：公开内容不够及时。改进情况：已建立每周更新制度。',
    '',
    heading(6),
    '',
    '本年度没有收取信息处理费。',
    '',
  ].join('\n');
}

/** Only a title: every section is missing. */
export const titleOnly = '清河县民政局2023年政府信息公开工作年度报告\n';
