import type {
  CellId,
  Column,
  Label,
  Meaning,
  Relation,
  RelationRule,
  Row,
  Section,
  StandardSentence,
  TableDefinition,
  ValueKind,
} from './edition';
import { columnMeanings, labelMeanings, rowMeanings, sectionMeanings } from './meanings';

/** What both editions say in the same words. */

export const column = (
  id: keyof typeof columnMeanings,
  label: Label | string,
  kind: ValueKind = 'count',
  span = 1,
  path: Label[] = [],
): Column => ({
  id,
  label: typeof label === 'string' ? { text: label } : label,
  kind,
  span,
  path,
  meaning: columnMeanings[id],
});

export const row = (id: keyof typeof rowMeanings, label: Label | string, path: Label[] = []): Row => ({
  id,
  label: typeof label === 'string' ? { text: label } : label,
  path,
  meaning: rowMeanings[id] satisfies Meaning,
});

/** The six sections; `further`, `prompt`: the sentences of 六, and what is to be written there, which the editions ask for differently. */
export const sectionsWith = (further: readonly StandardSentence[], prompt: string): readonly Section[] => [
  {
    number: 1,
    label: { text: '一、总体情况', variants: ['一、政府信息公开情况'] },
    keywords: [['总体', '情况'], ['总体', '工作'], ['基本情况'], ['工作情况'], ['开展情况'], ['概述'], ['综述'], ['概况']],
    content: 'prose',
    topics: [
      { text: '（一）主动公开情况' },
      { text: '（二）依申请公开情况' },
      { text: '（三）政府信息管理情况' },
      { text: '（四）政府信息公开平台建设情况' },
      { text: '（五）监督保障情况' },
    ],
    meaning: sectionMeanings[1],
  },
  {
    number: 2,
    label: { text: '二、主动公开政府信息情况', variants: ['二、主动公开', '二、主动公开工作', '二、政府信息公开情况'] },
    keywords: [['主动', '公开', '情况'], ['主动公开政府信息']],
    content: 'disclosure',
    meaning: sectionMeanings[2],
  },
  {
    number: 3,
    label: {
      text: '三、收到和处理政府信息公开申请情况',
      variants: ['三、申请公开政府信息情况', '三、依申请公开', '三、依申请公开工作', '三、政府信息公开申请'],
    },
    keywords: [
      ['收到', '申请', '情况'],
      ['处理', '申请', '情况'],
      ['申请公开', '情况'],
      ['公开申请', '情况'],
    ],
    content: 'requests',
    meaning: sectionMeanings[3],
  },
  {
    number: 4,
    label: { text: '四、政府信息公开行政复议、行政诉讼情况' },
    keywords: [
      ['行政复议', '诉讼'],
      ['复议', '情况'],
      ['诉讼', '情况'],
      ['行政争议', '情况'],
    ],
    content: 'disputes',
    meaning: sectionMeanings[4],
  },
  {
    number: 5,
    label: { text: '五、存在的主要问题及改进情况' },
    keywords: [
      ['存在', '问题'],
      ['主要问题'],
      ['面临', '问题'],
      ['问题', '改进'],
      ['问题', '整改'],
      ['问题', '措施'],
      ['问题', '对策'],
      ['不足'],
      ['薄弱环节'],
      ['短板'],
    ],
    content: 'prose',
    topics: [{ text: '（一）存在的主要问题' }, { text: '（二）改进情况' }],
    meaning: sectionMeanings[5],
  },
  {
    number: 6,
    label: { text: '六、其他需要报告的事项', variants: ['六、其他', '六、其他情况'] },
    keywords: [
      ['需要', '报告'],
      ['其他', '报告'],
      ['需', '说明'],
      ['有关说明'],
      ['其他', '事项'],
      ['其他', '情况'],
      ['其他', '问题'],
      ['其他方面'],
      ['另需'],
    ],
    content: 'prose',
    sentences: further,
    prompt,
    meaning: sectionMeanings[6],
  },
];

/** 第二十条第（一）项 … as the title of a block of table `disclosure`. */
export const article20 = (item: keyof typeof items): Label => ({ text: `第二十条第（${item}）项`, meaning: labelMeanings[items[item]] });
const items = { 一: 'rulesAndDocuments', 五: 'licences', 六: 'penalties', 八: 'charges', 九: 'purchasing' } as const;
const informationStub: Label = { text: '信息内容', meaning: labelMeanings.information };

/** Rows of table `disclosure` that both editions have under the same label. */
export const rulesRow = row('rules', {
  text: '规章',
  accepted: ['规章（地方政府规章）', '规章（部门规章）', '地方政府规章', '部门规章'],
});
export const licensingRow = row('licensing', '行政许可');
export const penaltyRow = row('penalty', '行政处罚');
export const coercionRow = row('coercion', { text: '行政强制', variants: ['行政强制措施'] });
export const feesRow = row('fees', '行政事业性收费');

/** The one row that the editions call differently: each name is recognised in the other's table. */
const normativeNames = { '2019': '规范性文件', '2021': '行政规范性文件' };
export const normativeRow = (edition: keyof typeof normativeNames): Row => {
  const { [edition]: text, ...others } = normativeNames;
  return row('normative', { text, variants: Object.values(others) });
};

export const disclosureTable = (blocks: TableDefinition['blocks']): TableDefinition => ({
  id: 'disclosure',
  section: 2,
  name: { zh: '主动公开政府信息情况表', en: 'Proactive disclosure' },
  labelColumns: 1,
  orientation: 'rows',
  blocks: blocks.map((block) => ({ ...block, stub: informationStub })),
});

const applicants: Label = { text: '申请人情况', meaning: labelMeanings.applicants };
const organisations: Label = { text: '法人或其他组织', meaning: labelMeanings.organisations };
const applicantIds = ['natural', 'business', 'research', 'welfare', 'legal', 'other'] as const;

const requestsStub: Label = {
  text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  meaning: labelMeanings.balance,
};
const requestsColumns: readonly Column[] = [
  column('natural', '自然人', 'count', 1, [applicants]),
  column('business', '商业企业', 'count', 1, [applicants, organisations]),
  column('research', '科研机构', 'count', 1, [applicants, organisations]),
  column('welfare', '社会公益组织', 'count', 1, [applicants, organisations]),
  column('legal', '法律服务机构', 'count', 1, [applicants, organisations]),
  column('other', '其他', 'count', 1, [applicants, organisations]),
  column('total', '总计', 'count', 1, [applicants]),
];

export const results: Label = { text: '三、本年度办理结果', meaning: labelMeanings.results };
const denied: Label = { text: '（三）不予公开', meaning: labelMeanings.denied };
const unavailable: Label = { text: '（四）无法提供', meaning: labelMeanings.unavailable };
const rejected: Label = { text: '（五）不予处理', meaning: labelMeanings.rejected };
export const otherwise: Label = { text: '（六）其他处理', meaning: labelMeanings.otherwise };

/** Table `requests` up to （五）, and after （六）: the same in both editions. */
const requestsRowsBefore: readonly Row[] = [
  row('received', '一、本年新收政府信息公开申请数量'),
  row('carriedIn', '二、上年结转政府信息公开申请数量'),
  row('granted', '（一）予以公开', [results]),
  row('partial', { text: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', variants: ['（二）部分公开'] }, [results]),
  row('denied.secret', '1.属于国家秘密', [results, denied]),
  row('denied.prohibited', '2.其他法律行政法规禁止公开', [results, denied]),
  row('denied.security', '3.危及“三安全一稳定”', [results, denied]),
  row('denied.thirdParty', '4.保护第三方合法权益', [results, denied]),
  row('denied.internal', '5.属于三类内部事务信息', [results, denied]),
  row('denied.deliberative', '6.属于四类过程性信息', [results, denied]),
  row('denied.enforcement', '7.属于行政执法案卷', [results, denied]),
  row('denied.inquiry', '8.属于行政查询事项', [results, denied]),
  row('unavailable.notHeld', '1.本机关不掌握相关政府信息', [results, unavailable]),
  row('unavailable.toBeMade', '2.没有现成信息需要另行制作', [results, unavailable]),
  row('unavailable.unclear', '3.补正后申请内容仍不明确', [results, unavailable]),
  row('rejected.petition', '1.信访举报投诉类申请', [results, rejected]),
  row('rejected.duplicate', '2.重复申请', [results, rejected]),
  row('rejected.publication', '3.要求提供公开出版物', [results, rejected]),
  row('rejected.excessive', '4.无正当理由大量反复申请', [results, rejected]),
  row('rejected.confirmation', '5.要求行政机关确认或重新出具已获取信息', [results, rejected]),
];
const requestsRowsAfter: readonly Row[] = [
  row('processed', { text: '（七）总计', variants: ['（七）合计'] }, [results]),
  row('carriedOut', '四、结转下年度继续办理'),
];

/** Table `requests`: the editions differ in the rows of （六）其他处理. */
export const requestsTable = (otherwiseRows: readonly Row[]): TableDefinition => ({
  id: 'requests',
  section: 3,
  name: { zh: '收到和处理政府信息公开申请情况表', en: 'Requests received and processed' },
  labelColumns: 3,
  orientation: 'rows',
  blocks: [{ stub: requestsStub, columns: requestsColumns, rows: [...requestsRowsBefore, ...otherwiseRows, ...requestsRowsAfter] }],
});

const review: Label = { text: '行政复议' };
const litigation: Label = { text: '行政诉讼', meaning: labelMeanings.litigation };

export const disputes: TableDefinition = {
  id: 'disputes',
  section: 4,
  name: { zh: '政府信息公开行政复议、行政诉讼情况表', en: 'Administrative review and litigation' },
  labelColumns: 0,
  orientation: 'wide',
  blocks: [
    {
      columns: [
        column('upheld', '结果维持'),
        column('corrected', '结果纠正'),
        { ...column('otherOutcome', '其他结果'), id: 'other' },
        column('pending', '尚未审结'),
        { ...column('totalOutcomes', '总计'), id: 'total' },
      ],
      rows: [
        row('review', review),
        row('litigation.direct', '未经复议直接起诉', [litigation]),
        row('litigation.afterReview', '复议后起诉', [litigation]),
      ],
    },
  ],
};

const relation = (
  rule: RelationRule,
  table: Relation['table'],
  of: { row?: string; column?: string },
  left: CellId[],
  right: CellId[],
): Relation => ({
  id: `${table}/${rule}/${of.row ?? of.column}`,
  rule,
  table,
  ...of,
  left,
  right,
});

/** The equations that the format demands: sums of a row, of the results, the balance of a column; sums of the outcomes. */
export function demandedRelations(requests: TableDefinition): readonly Relation[] {
  const rows = requests.blocks.flatMap((block) => block.rows);
  const parts = rows.filter((r) => r.path.includes(results) && r.id !== 'processed');
  const relations: Relation[] = [];
  for (const { id } of rows) {
    relations.push(
      relation(
        'sum-row',
        'requests',
        { row: id },
        [{ row: id, column: 'total' }],
        applicantIds.map((column) => ({ row: id, column })),
      ),
    );
  }
  for (const { id } of requestsColumns) {
    const at = (row: string): CellId => ({ row, column: id });
    relations.push(
      relation(
        'sum-results',
        'requests',
        { column: id },
        [at('processed')],
        parts.map((part) => at(part.id)),
      ),
    );
    relations.push(
      relation('sum-balance', 'requests', { column: id }, [at('received'), at('carriedIn')], [at('processed'), at('carriedOut')]),
    );
  }
  for (const block of disputes.blocks) {
    const outcomes = block.columns.filter((outcome) => outcome.id !== 'total');
    for (const { id } of block.rows) {
      relations.push(
        relation(
          'sum-disputes',
          'disputes',
          { row: id },
          [{ row: id, column: 'total' }],
          outcomes.map((outcome) => ({ row: id, column: outcome.id })),
        ),
      );
    }
  }
  return relations;
}
