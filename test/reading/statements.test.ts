import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';

const unit = '禾丰县林业局';
const [from, until] = [base('2021').indexOf('（一）主动公开'), base('2021').indexOf('\n\n二、')];

/** What is told of the figures in a paragraph, as the report of some unit has it. */
function told(name: string, prose: string): string[] {
  const draft = base('2021');
  const text = (draft.slice(0, from) + prose + draft.slice(until)).replaceAll(unit, name);
  return analyze(text)
    .findings.filter(({ rule }) => rule === 'prose-table')
    .map(({ range }) => text.slice(range.start, range.end));
}

/** With every number in braces as it stands, and with each of them in turn too high. */
function variants(sentence: string): { right: string; wrong: readonly (readonly [text: string, number: string])[] } {
  const NUMBER = /\{(\d+)\}/g;
  const written = (changed: number): string => {
    let i = 0;
    return sentence.replace(NUMBER, (_, number: string) => String(Number(number) + (i++ === changed ? 74 : 0)));
  };
  return {
    right: written(-1),
    wrong: [...sentence.matchAll(NUMBER)].map(([, number], i) => [written(i), String(Number(number) + 74)]),
  };
}

/** Sentences that speak of the tables’ figures: the one that is changed is told, and nothing else. */
const understood: Readonly<Record<string, readonly (readonly [unit: string, sentence: string])[]>> = {
  'what the unit calls itself': [
    [unit, '本行政机关收到政府信息公开申请{50}件，办结{51}件。'],
    [unit, '2023年，局机关收到政府信息公开申请{50}件。'],
    [unit, '2023年，县局收到政府信息公开申请{50}件。'],
    ['禾丰海关', '2023年，我关收到政府信息公开申请{50}件。'],
    ['禾丰海关', '关区收到政府信息公开申请{50}件。'],
    ['林草保护部', '2023年，我部收到政府信息公开申请{50}件。'],
    ['禾丰省林业厅', '2023年，厅机关收到政府信息公开申请{50}件。'],
    ['禾丰县森林消防大队', '2023年，大队收到政府信息公开申请{50}件。'],
    ['国家税务总局禾丰市柳溪区税务局', '2023年，区局收到政府信息公开申请{50}件。'],
    ['禾丰市公安局柳溪分局', '2023年，区公安分局收到政府信息公开申请{50}件。'],
    ['禾丰市公安局柳溪分局', '2023年，公安柳溪分局收到政府信息公开申请{50}件。'],
    ['禾丰市规划和自然资源局', '2023年，市规自局收到政府信息公开申请{50}件。'],
    ['禾丰市工业和信息化局', '2023年，市工信局收到政府信息公开申请{50}件。'],
    ['禾丰市人民政府国有资产监督管理委员会', '2023年，市国资委收到政府信息公开申请{50}件。'],
    ['禾丰盟行政公署办公室', '2023年，盟行署办公室收到政府信息公开申请{50}件。'],
    ['禾丰高新区', '2023年，禾丰高新区管委会收到政府信息公开申请{50}件。'],
    ['禾丰县人民政府', '全县政府系统各单位收到政府信息公开申请{50}件。'],
  ],
  applications: [
    [unit, '我局共接收通过信函、平台、窗口等方式提交的各类政府信息公开申请{50}件，共办结{51}件，结转2024年度继续办理{3}件。'],
    [unit, '我局收到申请公开政府信息的要求{50}件。'],
    [unit, '收到本年度依申请公开事项{50}件。'],
    [unit, '2023年政府信息公开申请共受理{50}件。'],
    [unit, '办理政府信息公开依申请{54}件（含上年结转{4}件），按时办结{51}件。'],
    [unit, '收到申请公开{50}条，办结{51}条。'],
    [unit, '受理政府信息公开申请{50}件均按《条例》要求办理。'],
    [unit, '新收政府信息公开申请50件，内容以采伐许可为主。上年结转{4}件，办结{51}件，结转下年度{3}件。'],
    [unit, '收到申请：{50}件，办结：{51}件，上年结转：{4}件。'],
    [unit, '共有{50}件政府信息公开申请。'],
    [unit, '收到公民、或其他社会组织当面提交或以传真、信函等形式的依申请公开{50}件。'],
    [unit, '受理政府信息公开申请案件54件，其中上年度结转案件{4}件，结转下年度继续办理{3}件。'],
  ],
  'what became of them': [
    [unit, '收到政府信息公开申请50件，办结51件，分别为予以公开{23}件；部分公开{5}件；不予公开{8}件；无法提供{10}件。'],
    [unit, '收到政府信息公开申请50件。其中{23}件准予公开，已按期办结。'],
    [unit, '收到政府信息公开申请50件，按时办结51件，经审查予以公开{23}件。'],
    [unit, '收到政府信息公开申请50件，办理结果为予以公开{23}件。'],
    [unit, '在办结的{51}件申请中，予以公开{23}件，部分公开{5}件。'],
    [unit, '收到政府信息公开申请50件，上年结转4件。已答复的51件中，予以公开{23}件，部分公开{5}件，不予公开{8}件。'],
    [unit, '依申请公开政府信息共50件，其中，予以公开{23}件。'],
    [unit, '收到政府信息公开申请50件，上年结转4件，已办结{51}件、正在办理{3}件。'],
    [unit, '收到政府信息公开申请50件，上年结转4件，已办结51件，另有{3}件尚在办理中。'],
    [unit, '收到政府信息公开申请50件（申请人为自然人的{40}件）。'],
    [unit, '受理政府信息公开申请54件。其中，有{51}件已在法定期限内予以答复，{3}件结转至2024年答复。'],
  ],
  disputes: [
    [unit, '因政府信息公开收到行政复议{4}件。'],
    [unit, '因不服政府信息公开答复提起行政复议{4}件。'],
    [unit, '因政府信息公开被提起行政诉讼的案件共计{4}件。'],
    [unit, '因政府信息公开引起的行政复议4件，其中{2}件维持原答复，{1}件被纠正。'],
    [unit, '因政府信息公开被申请行政复议4件、行政诉讼4件，其中{4}件结果维持。'],
    [unit, '发生行政复议案件{4}件，行政诉讼案件{4}件。'],
    [unit, '处理涉及政府信息公开行政复议{4}件，行政诉讼{4}件。'],
  ],
  'documents and decisions': [
    [unit, '规范性文件制发{3}件，废止{1}件。'],
    [unit, '全年共办理行政许可{212}件、行政处罚{9}件。'],
    ['禾丰县人民政府', '全县制发行政规范性文件{3}件，废止{1}件。'],
    ['禾丰县人民政府', '本年度制发规范性文件{3}件，现行有效规范性文件{16}件，作出行政许可{212}件。'],
  ],
  'a government in its own report': [
    ['禾丰县人民政府', '县政府全年共受理政府信息公开申请{50}件，上年结转{4}件，答复{51}件，结转下年度办理{3}件。'],
  ],
};

/** Words that the tables contradict. */
const contradicted: readonly (readonly [unit: string, sentence: string])[] = [
  [unit, '未收到公民、法人或其他组织的依申请公开诉求。'],
  [unit, '未接到群众主动要求公开政府信息的申请。'],
  [unit, '未收到依申请公开政府网信息受理件。'],
  [unit, '未收到公众关于政府信息公开的申请。'],
  [unit, '2023年未收到该项申请。'],
  [unit, '行政机关依申请公开政府信息的数量：无。'],
  [unit, '依申请公开政府信息共21件，其中，予以公开23件。'],
  [unit, '不存在有关政府信息公开行政复议和行政诉讼情况。'],
  [unit, '未发生因政府信息申请引起的行政复议、行政诉讼。'],
  [unit, '没有发生因政府信息公开工作引发举报、投诉、行政复议或行政诉讼等事件。'],
  [unit, '未制发或废止规章、行政规范性文件。'],
  [unit, '未开展行政处罚。'],
  [unit, '无行政许可、行政处罚、行政强制事项。'],
  [unit, '收到政府信息公开申请50件，无结转下年度事项。'],
  [unit, '收到政府信息公开申请50件，均已答复办结。'],
  [unit, '收到政府信息公开申请50件，均严格按照规定在法定期限内依法办结。'],
  [unit, '收到政府信息公开申请50件，皆为自然人申请。'],
  [unit, '政府信息公开行政复议4件，复议机关均维持我局决定。'],
  // The whole area is named: no other scope is meant.
  ['禾丰县人民政府', '全县共受理政府信息公开申请135件，办结126件。'],
  ['禾丰县人民政府', '收到政府信息公开申请21件，办结20件。'],
];

/** What may speak of something else, though no number is in the tables. */
const leftAlone: readonly (readonly [unit: string, sentence: string])[] = [
  [unit, '市局收到政府信息公开申请101件。'],
  [unit, '我局下属单位收到政府信息公开申请101件。'],
  [unit, '全年收到行政复议申请88件，办结80件。'],
  [unit, '行政复议88件，行政诉讼77件。'],
  [unit, '全年办理行政许可申请2900件，行政处罚案件300件。'],
  [unit, '全年办理行政许可2900件。'],
  [unit, '公开行政许可88件、行政处罚77件。'],
  [unit, '作为复议机关，全年办理政府信息公开行政复议88件，维持70件。'],
  [unit, '收到政府信息公开申请50件，截至2024年1月15日，尚有1件正在办理。'],
  [unit, '收到政府信息公开申请50件，目前正在办理1件。'],
  [unit, '收到政府信息公开申请50件，其中引发行政复议12件、行政诉讼7件。'],
  [unit, '收到政府信息公开申请53件，其中3件申请人主动撤回，实际受理50件。'],
  ['禾丰县柳溪镇人民政府', '镇政府收到政府信息公开申请30件，镇执法队收到政府信息公开申请20件。'],
  // What is not the whole, or of another kind.
  [unit, '申请人可以申请减免费用，2023年未收到该项申请。'],
  [unit, '依申请公开政府信息共21件。'],
  [unit, '一季度收到申请：7件。'],
  [unit, '依申请公开政府信息共28件，其中，予以公开23件，部分公开5件。'],
  [unit, '上年结转4件，在答复的4件中，予以公开3件。'],
  [unit, '政务服务申请受理：88件，办结：80件。'],
  [unit, '其中共有19件政府信息公开申请。'],
  [unit, '局属单位共有9件政府信息公开申请。'],
  [unit, '自然人申请40件，已答复的38件中，予以公开19件。'],
  // New or carried over, of other cases.
  [unit, '共收到政府信息公开申请50件。因政府信息公开引发的行政复议案件中，新收3件，上年结转1件。'],
  [unit, '共收到政府信息公开申请50件。行政复议案件中，2023年新收3件、2022年结转1件。'],
  [unit, '共收到政府信息公开申请50件。行政复议案件：新收3件，上年结转1件。'],
  [unit, '共收到政府信息公开申请50件，发生行政复议4件，其中新收3件，上年结转1件，办结3件。'],
  [unit, '共收到政府信息公开申请50件。行政诉讼案件4件（新收3件，结转1件）。'],
  [unit, '共收到政府信息公开申请50件。信访件中，新收3件，上年结转1件。'],
  // Other stretches of time, other fields.
  [unit, '截至2023年6月30日，共收到政府信息公开申请11件。'],
  [unit, '1—10月，收到政府信息公开申请22件。'],
  [unit, '2023年7月至12月，收到政府信息公开申请16件。'],
  [unit, '截至12月20日，收到政府信息公开申请46件。'],
  [unit, '五年来，因政府信息公开引发行政复议18件，行政诉讼11件。'],
  [unit, '“十三五”期间，共收到政府信息公开申请158件。'],
  [unit, '2019—2023年，受理政府信息公开申请158件。'],
  [unit, '2023年7月机构改革后，收到政府信息公开申请16件。'],
  [unit, '法律援助方面：受理申请320件，办结298件。'],
  [unit, '行政复议方面，全年收到申请86件，维持41件。'],
  [unit, '政务服务方面，受理申请1902件，均按时办结。'],
  [unit, '全年行政诉讼案件16件，其中政府信息公开类4件。'],
  [unit, '因征地引发的行政复议26件，行政诉讼19件。'],
  [unit, '全年共收到行政复议申请186件，受理160件。收到政府信息公开申请50件。'],
  ['禾丰县人民政府', '全县共收到政府信息公开申请246件，县政府（含县政府办公室）收到50件。'],
  ['禾丰县人民政府', '全县行政机关共受理政府信息公开申请246件，其中县政府50件、县直部门160件、乡镇36件。'],
  ['禾丰海关', '关区收到政府信息公开申请61件，其中禾丰海关本级50件，隶属海关11件。'],
  [unit, '林木种苗领域立案26件，作出行政处罚6件。'],
  [unit, '登记编号规范性文件35件，废止规范性文件18件。'],
  ['禾丰县市场监督管理局', '市局收到政府信息公开申请101件。'],
  ['禾丰县人民政府', '全县共受理政府信息公开申请50件。其中，县政府受理16件，办结15件，结转1件。'],
  ['禾丰县人民政府', '县政府收到政府信息公开申请16件，办结15件，结转下年1件。'],
  ['禾丰县人民政府', '县政府制发行政规范性文件2件，废止4件。'],
];

describe('sentences that say what the tables say', () => {
  for (const [matter, sentences] of Object.entries(understood)) {
    describe(matter, () => {
      for (const [name, sentence] of sentences) {
        it(name === unit ? sentence : `${name}: ${sentence}`, () => {
          const { right, wrong } = variants(`（二）依申请公开。${sentence}`);
          assert.deepEqual(told(name, right), [], right);
          for (const [text, number] of wrong) assert.deepEqual(told(name, text), [number], text);
        });
      }
    });
  }
});

describe('sentences that contradict the tables in words, or as a whole', () => {
  for (const [name, sentence] of contradicted) it(sentence, () => assert.notEqual(told(name, `（二）依申请公开。${sentence}`).length, 0));
});

describe('sentences that may speak of something else', () => {
  for (const [name, sentence] of leftAlone)
    it(`${name}: ${sentence}`, () => assert.deepEqual(told(name, `（二）依申请公开。${sentence}`), []));
});
