import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { defaultEditing } from '../../server/src/editing/edit';
import { fixtures } from '../rules/fixture';

/**
 * Passages as reports have them, in place of section 一 of a complete draft. What is to be said of them stands in them: a number or
 * words in `⟦…⟧` that the tables contradict, or a percentage that does not follow. Nothing else may be said.
 *
 * The tables: received 50 (40 by natural persons, 10 by others), carried in 4, processed 51, carried out 3; granted 23, partial 5,
 * denied 8, unavailable 10, rejected 3, otherwise 2; reviews 4 (2 upheld, 1 corrected, 1 pending), lawsuits 4 (2 upheld, 1 other,
 * 1 pending; 2 direct, 2 after review); documents 3 issued, 1 repealed, 16 in force; 212 licences, 9 penalties.
 */
const base = readFileSync(join(fixtures, 'base', '2021.txt'), 'utf8');
const [from, until] = [base.indexOf('（一）主动公开'), base.indexOf('\n\n二、')];
const whole = (passage: string, unit = '禾丰县林业局'): string =>
  (base.slice(0, from) + passage + base.slice(until)).replaceAll('禾丰县林业局', unit);

interface Passage {
  readonly text: string;
  readonly unit?: string;
}

function saidOf({ text, unit }: Passage): string {
  const marks: number[] = [];
  let bare = '';
  for (const part of text.split(/([⟦⟧])/)) {
    if (part === '⟦' || part === '⟧') marks.push(bare.length);
    else bare += part;
  }
  const draft = whole(bare, unit);
  const start = draft.indexOf(bare);
  const found = new Set(
    analyze(draft).findings.flatMap(({ rule, range }) =>
      /^(?:prose-(?:table|percent)|internal-error)$/.test(rule)
        ? [`${range.start - start}–${range.end - start} ${draft.slice(range.start, range.end)}`]
        : [],
    ),
  );
  const wanted = new Set<string>();
  for (let i = 0; i < marks.length; i += 2) wanted.add(`${marks[i]}–${marks[i + 1]} ${bare.slice(marks[i], marks[i + 1])}`);
  const absent = [...wanted].filter((place) => !found.has(place)).map((place) => `not said: ${place}`);
  const surplus = [...found].filter((place) => !wanted.has(place)).map((place) => `said: ${place}`);
  return [...absent, ...surplus].join('\n');
}

const TWO = '（二）依申请公开。';

/** Of each something must be said. */
const wrong: Readonly<Record<string, Passage>> = {
  'results and applicants in paragraphs of their own': {
    text: `${TWO}我局共收到政府信息公开申请50件，上年结转4件。\n从处理结果看，予以公开⟦24⟧件，部分公开5件。\n从申请人类型看，自然人申请⟦47⟧件，占94%。`,
  },
  'behind the headings of others': {
    text: `${TWO}\n1.县政府部门办理情况\n收到政府信息公开申请15件，办结15件。\n2.总体办理情况\n收到政府信息公开申请⟦52⟧件，办结51件。`,
    unit: '禾丰县人民政府',
  },
  'came over and handled': { text: `${TWO}受理政府信息公开申请50件，办理上年结转⟦5⟧件，其中予以公开23件，部分公开⟦6⟧件。` },
  'goes on next year': { text: `${TWO}我局收到政府信息公开申请50件，结转上年4件，下年度继续办理⟦5⟧件。` },
  'results between those that have no row': {
    text: `${TWO}收到政府信息公开申请50件。其中予以公开⟦24⟧件，不属于政府信息1件，告知其他途径1件，不存在3件，不予处理⟦4⟧件。`,
  },
  'one share that is not of what the others are shares of': {
    text: `${TWO}全年收到政府信息公开申请50件，同比增长8%。上年结转4件，全年答复51件。予以公开23件，占45.1%；不予公开8件，占15.7%；无法提供10件，占⟦29.6⟧%。`,
  },
  'one share that is not of what the paragraph gives shares of': {
    text: `${TWO}收到政府信息公开申请50件，其中网络申请30件，占60%，当面申请20件，占40%。自然人申请40件，占⟦90⟧%。`,
  },
  'received behind what came over': { text: `${TWO}2022年结转至2023年4件，2023年共受理⟦52⟧件，已办结⟦45⟧件，结转下年度办理⟦5⟧件。` },
  'handled, and of that': {
    text: `${TWO}新收到政府信息公开申请50件，办理⟦45⟧件（含上年度结转申请⟦5⟧件）。其中，予以公开⟦32⟧件。`,
  },
  'received and settled, without a comma': { text: `${TWO}收到政府信息公开申请⟦52⟧件均已按时答复。` },
  'what was settled, named again': {
    text: `${TWO}收到政府信息公开申请50件（其中：邮寄30件、当面20件），涉及造林等方面。⟦45⟧件政府信息公开申请均按时办结。`,
  },
  'received, as forms': { text: `${TWO}我局接收到申请书⟦52⟧份。` },
  'a share of a whole before a smaller number': {
    text: `${TWO}答复政府信息公开申请51件，包括上年结转申请4件。其中，予以公开23件，占⟦49.1⟧%；部分公开5件，占9.8%。`,
  },
  'documents and decisions, of one’s own': { text: '我局健全县乡联动机制，制发行政规范性文件⟦4⟧件，作出行政处罚决定⟦12⟧件。' },
  'answered, and the rest carried out': { text: `${TWO}收到依申请公开54件，其中⟦48⟧件依法完成答复，⟦6⟧件转入下年继续办理。` },
  'behind the ways, set apart by a semicolon': { text: `${TWO}收到申请50件，其中网络申请37件，信函申请13件；答复完毕⟦45⟧件。` },
  'behind kinds that the table does not have': { text: `${TWO}收到申请50件，其中企业10件，办结⟦45⟧件，结转下年办理⟦4⟧件。` },
  'behind more ways': { text: `${TWO}收到申请50件，通过局官方网站提交申请表的37件，自然人提出申请⟦35⟧件。` },
  'under a long sub-heading': { text: '（三）行政复议、行政诉讼的发生和办理情况\n2023年涉及政府信息公开行政复议⟦0⟧件。' },
  'a sub-heading without its full stop': {
    text: '（二）依申请公开情况2023年收到申请⟦52⟧件，答复⟦45⟧件。\n二是做好依申请公开工作2023年共收到政府信息公开申请⟦48⟧件。',
  },
  'requests by more of their names': {
    text: `${TWO}收到并妥善处理依申请公开信息⟦42⟧件。新收政府依申请公开申请⟦52⟧件，收到申请政府信息公开事项⟦48⟧件次，收到政府公开信息申请⟦49⟧件。`,
  },
  'in short, by whom, and answered': {
    text: `${TWO}共收到依申请件⟦45⟧件，其中公民个人⟦35⟧件，回复办理⟦45⟧件。`,
  },
  'a review that was received': { text: '收到针对我局信息公开事务的行政复议⟦2⟧件，收到针对我局信息公开事务的行政诉讼⟦0⟧件。' },
  'carried out by the Regulation, in a bracket': {
    text: `${TWO}答复政府信息公开申请51件（含上年结转4件，另有⟦5⟧件申请按照《条例》顺延到下年度答复）。`,
  },
  'results that are answers, and their reasons': {
    text: `${TWO}答复政府信息公开申请51件，包括上年结转申请4件。其中，予以公开答复⟦32⟧件，因信息不存在的6件，因不掌握等原因无法提供⟦11⟧件，不予处理⟦5⟧件。`,
  },
  'behind parts of another matter, 其中 alone': {
    text: '2023年，我局公开信息316条，其中，政策16条，动态300条；收到政府信息公开申请⟦52⟧件，其中，予以公开⟦32⟧件。',
  },
  'received, off by a few': { text: `${TWO}2023年，我局共收到政府信息公开申请⟦52⟧件，均依法答复。` },
  'received, full width': { text: `${TWO}本年度受理依申请公开⟦４９⟧件。` },
  'received, Chinese numerals': { text: `${TWO}全年共收到政府信息公开申请⟦四十九⟧件，其中三件结转下一年度继续办理。` },
  'received, with a separator': { text: `${TWO}全年共收到政府信息公开申请⟦1,050⟧件。` },
  'received, the number before its noun': { text: `${TWO}2023年度，禾丰县林业局共受理⟦45⟧件政府信息公开申请。` },
  'received, without a verb': { text: `${TWO}全年政府信息公开申请数量为⟦48⟧件。` },
  'newly received is without last year’s': { text: `${TWO}本年新收政府信息公开申请⟦54⟧件。` },
  'a sentence cut by the ends of lines': {
    text: '（二）依申请公开。一年来，我局畅通申请渠道，规范办理流程，全年共收\n到公民、法人和其他组织提出的政府信息公开申请\n⟦52⟧ 件。',
  },
  'a draft in Markdown': { text: '**（二）依申请公开。** 全年收到政府信息公开申请 **⟦52⟧** 件。' },
  'received and processed in a bracket': { text: `${TWO}收到申请50件（含上年结转⟦5⟧件），答复51件，结转下年度办理⟦2⟧件。` },
  processed: { text: `${TWO}收到政府信息公开申请50件，上年结转4件，办结⟦53⟧件。` },
  'carried out to a year named by its number': { text: `${TWO}新收政府信息公开申请50件，结转至2024年⟦4⟧件。` },
  'results, one of them wrong': {
    text: `${TWO}收到政府信息公开申请50件。其中予以公开23件、部分公开⟦6⟧件、不予公开8件、无法提供⟦9⟧件、不予处理3件、其他处理2件。`,
  },
  'a result with a note before its number': { text: `${TWO}收到政府信息公开申请50件，作其他处理（含申请人撤回）⟦4⟧件。` },
  'behind applicants that are no column': {
    text: `${TWO}收到政府信息公开申请50件，其中公民40件，法人10件，按时办结⟦52⟧件，结转下年度⟦5⟧件。`,
  },
  'two results at once, listed': {
    text: `${TWO}收到政府信息公开申请50件，其中予以公开、部分公开共⟦29⟧件，属于不予公开的⟦9⟧件。`,
  },
  'the matter’s processing as a noun': { text: `${TWO}依申请公开办理数量为⟦60⟧件，按时办结率100%。` },
  'there were disputes': { text: `${TWO}全年有政府信息公开类行政复议案件⟦6⟧件，政府信息公开类行政诉讼案件⟦5⟧件。` },
  'kinds of applicants': { text: `${TWO}收到政府信息公开申请50件，其中自然人⟦38⟧件，法人或其他组织⟦12⟧件。` },
  'one kind of applicants': { text: `${TWO}收到政府信息公开申请50件，商业企业提出⟦9⟧件。` },
  'none received': { text: `${TWO}2023年，我局⟦未收到政府信息公开申请⟧。` },
  'no application at all': { text: `${TWO}全年⟦零申请⟧。` },
  'all finished': { text: `${TWO}全年收到政府信息公开申请50件，⟦均已办结⟧。` },
  'nothing carried': { text: `${TWO}全年收到政府信息公开申请50件，⟦没有上年结转的申请⟧，⟦无结转下年度的申请⟧。` },
  'reviews and lawsuits': { text: `${TWO}因政府信息公开被申请行政复议⟦5⟧件，被提起行政诉讼⟦3⟧件。` },
  'outcomes of either': { text: '政府信息公开行政复议4件，其中结果维持⟦3⟧件，结果纠正1件；行政诉讼4件，结果维持2件，其他结果⟦2⟧件。' },
  'all upheld': { text: '因政府信息公开引起行政复议4件，⟦均获维持⟧。' },
  'neither review nor lawsuit': { text: `${TWO}全年⟦未发生因政府信息公开引发的行政复议、行政诉讼案件⟧。` },
  'none, by a nought': { text: `${TWO}行政复议、行政诉讼均为⟦0⟧件。` },
  'documents issued and repealed': { text: '（一）主动公开。全年制发行政规范性文件⟦4⟧件，废止⟦2⟧件，现行有效行政规范性文件16件。' },
  'no policy of its own': { text: '（一）主动公开。本年度⟦无县林业局自行制定的政策⟧。' },
  'decisions made': { text: '（一）主动公开。全年作出行政许可决定⟦221⟧件、行政处罚决定9件。' },
  'this year’s beside last year’s': { text: `${TWO}上年收到政府信息公开申请41件，答复40件。2023年收到政府信息公开申请⟦41⟧件。` },
  'a government for itself, perhaps, or last year': {
    text: `${TWO}收到政府信息公开申请⟦18⟧件，办结17件，结转下年度1件。`,
    unit: '禾丰市人民政府',
  },
  'a share of the whole before it': { text: `${TWO}收到政府信息公开申请50件，其中自然人申请40件，占⟦78⟧%。` },
  'a share in full width': { text: '（一）主动公开。发布信息400条，其中动态类100条，占比⟦２４．５⟧％。' },
  'growth from a number in the same clause': { text: `${TWO}收到政府信息公开申请50件，比上年的40件增长⟦20⟧%。` },
  'growth by a difference': { text: `${TWO}收到政府信息公开申请50件，较上年增加10件，增长⟦20.0⟧%。` },
  'growth that was a fall': { text: '（一）主动公开。上年发布信息300条，2023年发布信息270条，同比增长⟦10⟧%。' },
  'behind proposals': { text: `${TWO}全年办理人大建议和政协提案20件。收到政府信息公开申请⟦55⟧件，网上公开答复14件。` },
  'the ways behind it add up to it': { text: `${TWO}共收到⟦51⟧件政府信息公开申请，其中网上申请37件，当面申请14件。` },
  'behind a colon': { text: `${TWO}政府信息公开申请办理情况：收到申请⟦60⟧件，办结51件，结转下年度⟦4⟧件。` },
  'what is carried, before its number': { text: `${TWO}结转下年度继续办理的政府信息公开申请⟦5⟧件。` },
  'results with 的': { text: `${TWO}收到政府信息公开申请50件，其中予以公开的23件，部分公开的⟦15⟧件，不予公开的8件。` },
  'all that was processed': { text: `${TWO}全年共办理答复政府信息公开申请⟦61⟧件。` },
  'behind a comparison with a year named by its number': {
    text: `${TWO}收到政府信息公开申请50件，较2022年有所减少，其中予以公开23件，不予公开⟦9⟧件。`,
  },
  'lawsuits of both kinds': { text: '政府信息公开行政诉讼⟦6⟧件，其中未经复议直接起诉2件，复议后起诉2件。' },
  'a share in brackets': { text: '（一）主动公开。发布信息316条，其中政府网站200条（占⟦73.3⟧%）、公众号116条（占36.7%）。' },
  'a fall from a number in brackets': { text: `${TWO}收到政府信息公开申请50件，较上年（57件）下降⟦21.3⟧%。` },
  'its own again, behind another body': {
    text: `${TWO}局属林场收到政府信息公开申请5件，未发生行政复议。⟦未发生因政府信息公开引发的行政诉讼⟧。`,
  },
  'a second sentence of the same paragraph': {
    text: `${TWO}规范受理、审核、答复等环节，答复时限平均压缩3个工作日。全年新收政府信息公开申请⟦48⟧件，均按期答复，无一件超期。`,
  },
  'a whole area': { text: `${TWO}全市共收到政府信息公开申请⟦55⟧件，办结51件。`, unit: '禾丰市人民政府' },
  'an area, its departments and towns': {
    text: `${TWO}全县各职能部门、乡镇共收到政府信息依申请公开⟦55⟧件。完成政府信息依申请公开答复⟦52⟧件，其中予以公开答复23件。`,
    unit: '禾丰县人民政府',
  },
  'in time, without 在': { text: `${TWO}收到依申请公开50件，上年结转4件，法定期限内予以答复⟦53⟧件，结转下年⟦2⟧件。` },
  'a result without its unit': { text: `${TWO}收到政府信息公开申请50件，予以公开23件，部分公开⟦6⟧，不予公开8件，无法提供⟦11⟧件。` },
  'none received, in other words': { text: `${TWO}2023年，我局⟦未收到相关依申请公开信息⟧。` },
  'none of the public applied': { text: `${TWO}本年度⟦未收到公民、法人或者其他组织向本局申请公开政府信息⟧。` },
  'the year before 全年': { text: `${TWO}2023全年收到政府信息依申请公开办理事项⟦48⟧件。` },
  'handled and answered': { text: `${TWO}共办理回复依申请公开事项⟦61⟧件，均已按时答复。` },
  'the office of a government': {
    text: `${TWO}2023年县政府办公室共受理公民、法人和其他组织提出的政府信息公开申请⟦55⟧件。`,
    unit: '禾丰县人民政府办公室',
  },
  'a street office': { text: `${TWO}2023年，街道⟦未收到政府信息公开申请⟧。`, unit: '禾丰街道办事处' },
  'a fall from the number of a year in brackets': { text: `${TWO}收到政府信息公开申请50件，比2022年（57件）下降⟦21.3⟧%。` },
  'both years in all': { text: `${TWO}收到政府信息公开申请50件，上年结转4件，共计⟦55⟧件。目前依法办结⟦50⟧件，其中予以公开的⟦24⟧件。` },
  'two results in one': { text: `${TWO}收到政府信息公开申请50件，予以公开及部分公开的有⟦29⟧件，无法提供的有10件。` },
  'the way it is asked for in the law': { text: `${TWO}我局共收到公开政府信息申请⟦51⟧件。` },
  'by all ways': { text: `${TWO}2023年，通过网站、信函等渠道收到依申请公开信息⟦51⟧件。` },
  'disputes of either kind': { text: `${TWO}因信息公开引发行政争议⟦9⟧件，其中，行政复议⟦5⟧件，结果维持2件；行政诉讼4件。` },
  'a note between two counts': { text: '政府信息公开行政复议⟦5⟧件（申请人撤回1件）、行政诉讼⟦3⟧件。' },
  'an area by its name': { text: `${TWO}2023年，禾丰县累计受理依申请公开⟦55⟧件。`, unit: '禾丰县人民政府' },
  'shares of the sentence before': {
    text: `${TWO}全年收到政府信息公开申请50件。其中，网上申请37件，占⟦84⟧%；当面申请13件，占26%。`,
  },
  'a wrong whole and not its shares': {
    text: `${TWO}全年收到政府信息公开申请⟦56⟧件，其中网上申请37件，占74%，当面申请13件，占26%。`,
  },
  'a town': { text: `${TWO}全年镇人民政府收到政府信息公开申请⟦55⟧件，办结51件。`, unit: '禾丰镇人民政府' },
  'finished this year': { text: `${TWO}收到政府信息公开申请50件，当年办结⟦74⟧件。` },
  'finished in time, of those': { text: `${TWO}收到政府信息公开申请50件，其中按期办结⟦74⟧件，结转下年⟦5⟧件。` },
  'finished by the rules': { text: `${TWO}收到政府信息公开申请50件，均按时规范办结⟦15⟧件。` },
  'the number of those finished': { text: `${TWO}收到政府信息公开申请50件，申请办结数⟦15⟧件，其中已办结⟦16⟧件。` },
  'answered, the number first': { text: `${TWO}收到依申请公开50件，⟦19⟧件已按照规定时限和程序依法依规进行了答复，⟦6⟧件结转下年。` },
  'done with applications': { text: `${TWO}受理政府信息公开申请50件，已完成政府信息公开申请⟦15⟧件。` },
  'answered completely': { text: `${TWO}收到政府信息公开申请50件，答复完毕⟦15⟧件。` },
  'answered openly': { text: `${TWO}收到政府信息公开申请50件，上年结转4件，公开答复⟦15⟧件，转下年度办理⟦5⟧件。` },
  'all finished, behind ways': {
    text: `${TWO}收到政府信息公开申请50件，其中当面申请20件、网络申请30件。共按时办结⟦15⟧件，予以公开⟦32⟧件。`,
  },
  'this year’s, behind all': { text: `${TWO}2023年，我局累计处理依申请公开54件，其中，本年度新接收⟦15⟧件。` },
  'answered ones, of this year and the last': {
    text: `${TWO}新收到政府信息公开申请50件，结转上年度办理⟦6⟧件。其中，答复政府信息公开申请⟦15⟧件。`,
  },
  'carried in, with 件 twice': { text: `${TWO}收到依申请公开件50件，上年度结转办理件⟦6⟧件，共办结51件。` },
  'all but those carried out': { text: `${TWO}收到政府信息公开申请50件，除⟦5⟧件转结2024年办理以外，均依法答复。` },
  'counted by 条': { text: `${TWO}我局收到依申请公开信息⟦12⟧条，办结⟦15⟧条。` },
  'counted by 份, the number first': { text: `${TWO}2023年，我局共收到⟦8⟧份政府信息公开申请。` },
  'counted by 封': { text: `${TWO}共收到依申请公开件⟦27⟧封。` },
  'requests in other words': { text: `${TWO}共收到⟦10⟧件依申请公开请求。` },
  'requests under no sub-heading': { text: '2023年，我局新收政府信息公开请求⟦62⟧件。' },
  'a policy under no sub-heading': { text: '我局⟦没有出台政策⟧。' },
  'by whatever way': { text: `${TWO}我局收到公民、法人和其他组织通过各种渠道提出的政府信息公开申请共⟦15⟧件。` },
  'received and handled': { text: `${TWO}接收且办理公民、法人或者其他组织提出的政府信息公开申请⟦42⟧宗，公民申请⟦31⟧宗。` },
  'results, the number first': { text: `${TWO}收到政府信息公开申请50件，对其中⟦32⟧件予以公开，⟦6⟧件部分公开，⟦9⟧件不予公开。` },
  'results, agreed to': { text: `${TWO}收到政府信息公开申请50件，其中同意公开的⟦32⟧件，部分公开⟦6⟧。` },
  'results, in short': { text: `${TWO}收到政府信息公开申请50件，公开⟦32⟧件，不公开⟦11⟧件。` },
  'of those finished': { text: `${TWO}收到政府信息公开申请50件。已办结件中予以公开的⟦32⟧件、信息无法提供⟦11⟧件、其他处理的⟦5⟧件。` },
  'a result with a bracket, of one row': {
    text: `${TWO}收到政府信息公开申请50件，部分公开（区分处理的）⟦6⟧件，不予公开⟦9⟧件（均告知理由）。`,
  },
  'answers, and what was turned down among them': { text: `${TWO}收到政府信息公开申请50件，答复⟦44⟧件，其中不予处理⟦5⟧件。` },
  'behind what was withdrawn': { text: `${TWO}收到政府信息公开申请50件，其中申请人主动撤回1件，信息不存在2件，不予处理⟦5⟧件。` },
  'results, called so': { text: `${TWO}收到政府信息公开申请50件，2件办理结果为主动公开，⟦7⟧件办理结果为部分公开。` },
  'none received or handled': { text: `${TWO}2023年，我局⟦未收到和处理政府信息公开申请⟧。` },
  'none taken': { text: `${TWO}2023年，我局⟦未接收到依申请公开⟧。` },
  'no such case': { text: `${TWO}全年⟦无依申请公开的情况⟧。` },
  'nothing of any kind asked for': { text: `${TWO}全年⟦未收到各类申请公开政府信息的情况⟧。` },
  'no matter applied for': { text: `${TWO}依申请公开事项⟦零申请⟧。` },
  'nothing asked for': { text: `${TWO}我局⟦未收到申请公开事项⟧。` },
  'a report of nought': { text: `${TWO}依申请公开⟦零报告⟧。` },
  'nobody applied': { text: `${TWO}⟦没有公民、法人和其他组织申请政府信息公开⟧。` },
  'all finished in time': { text: `${TWO}收到政府信息公开申请50件，⟦均按时办结⟧。` },
  'all finished by the end of the year': { text: `${TWO}收到政府信息公开申请50件，截至12月31日已⟦全部办结⟧。` },
  'none carried, in other words': { text: `${TWO}收到政府信息公开申请50件，⟦无下年度结转⟧。` },
  'no trouble with disputes': { text: `${TWO}⟦未发生政府信息公开行政复议、诉讼问题⟧。` },
  'not taken to court because of it': { text: `${TWO}⟦没有因为政府信息公开工作被申请行政复议、提起行政诉讼⟧。` },
  'none with it as the defendant': { text: `${TWO}⟦未收到以本局为被申请人的政府信息公开行政复议案件⟧。` },
  'both disputes in one clause': {
    text: `${TWO}全年因政府信息公开产生行政复议案件⟦6⟧件和行政诉讼案件⟦3⟧件，其中行政复议结果维持⟦5⟧件，尚未审结1件，行政诉讼结果维持⟦3⟧件。`,
  },
  'disputes that occurred': { text: `${TWO}我局政府信息公开共发生行政复议⟦6⟧件，行政诉讼⟦3⟧件。` },
  'disputes of disclosure that occurred': { text: `${TWO}发生政府信息公开行政复议案件⟦1⟧起。` },
  'disputes about applications': { text: `${TWO}因政府信息依申请公开引起行政复议⟦0⟧件，行政诉讼⟦0⟧件。` },
  'documents made and issued': { text: '（三）政府信息管理。2023年，共制定出台行政规范性文件⟦6⟧件，废止⟦2⟧件，现行有效件数⟦14⟧件。' },
  'decisions as the table has them': { text: '（一）主动公开。行政许可处理决定数量⟦324⟧宗，行政处罚本年处理决定数量⟦80⟧条。' },
  'shares of what is listed': { text: '（一）主动公开。发布信息37条，包括规划类3条占⟦11.11⟧%，业务类15条占40.54%。' },
  'a share of those answered': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件。已答复51件，答复率为100%。其中予以公开23件，占已答复件数的⟦54.1⟧%；部分公开5件，占9.8%。`,
  },
  'shares one after the other': { text: `${TWO}收到政府信息公开申请50件，其中网上申请37件、当面申请13件，分别占74%、⟦62⟧%。` },
  'registered and handled': { text: `${TWO}一年来，全局共登记办理政府信息公开申请⟦62⟧件。` },
  'how many were taken': { text: `${TWO}我局全年依申请公开受理量为⟦62⟧件。` },
  'taken and answered': { text: `${TWO}全年依法受理并办结政府信息公开申请⟦62⟧件。受理并答复政府信息公开申请⟦63⟧件。` },
  'results of all, behind what they are about': {
    text: `${TWO}收到政府信息公开申请50件。申请内容涉及征地18件、造林32件。从办理结果看，予以公开⟦32⟧件、部分公开⟦6⟧件。从申请人类型看，自然人⟦47⟧件。`,
  },
  'not held, and so not provided': { text: `${TWO}收到政府信息公开申请50件，因本机关不掌握相关政府信息无法提供⟦9⟧件。` },
  'documents in its own name': { text: '（三）政府信息管理。全年以本局名义印发行政规范性文件⟦5⟧件。' },
  'new documents': { text: '（三）政府信息管理。2023年度新发布的行政规范性文件⟦5⟧件，废止⟦3⟧件。' },
  'documents, all in all, of the year': { text: '（三）政府信息管理。全年累计制发行政规范性文件⟦5⟧件。' },
  'decisions without the word, one after the other': {
    text: '（一）主动公开。全年共作出行政许可⟦230⟧件、行政处罚⟦11⟧件、行政强制⟦4⟧件。',
  },
  'requests counted before their matters': { text: `${TWO}2023年度共受理各类政府信息公开申请⟦62⟧件，其中网上提交30件、信函提交32件。` },
  'carried from a year by its number': { text: `${TWO}2022年结转⟦6⟧件，2023年新收到50件，结转至2024年⟦5⟧件。` },
  'a share of one of several wholes': {
    text: `${TWO}全年受理申请54件，上年结转4件后新收政府信息公开申请50件，较上年增加9件。其中，信函申请37件，占⟦47⟧%；当面申请13件，占26%。`,
  },
  'a share of none of them, nor of their sum': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件，办结51件。其中予以公开23件，占⟦54.1⟧%；部分公开5件，占9.8%。`,
  },
  'a share beside last year’s number': { text: '（一）主动公开。发布信息300条，上年为250条，其中图解45条，占⟦51⟧%。' },
  'finished of all that came': { text: `${TWO}收到政府信息公开申请50件，已办结47件，3件结转下年度继续办理，办结率⟦90⟧%。` },
  'finished, with last year’s': { text: '（五）监督保障。本年受理诉求100件，上年结转10件，办结95件，办结率达到⟦59.5⟧%。' },
  'a share of neither, nor of both': { text: '（一）主动公开。网站发布300条、微信发布100条，其中政务动态100条，占⟦52⟧%。' },
  'finished, of other matters': { text: '（五）监督保障。受理群众诉求400件，办结390件，办结率为⟦95.7⟧%。' },
  'growth by a difference, on the year': { text: `${TWO}收到政府信息公开申请50件，同比增加10件，增长⟦35⟧%。` },
  'growth from a number behind it': {
    text: `${TWO}收到政府信息公开申请50件，同比增长⟦40⟧%（上年40件）。收到政府信息公开申请50件，同比上升⟦35⟧%，上年为40件。`,
  },
};

/** Of each something must be said: words and wordings of all kinds, one to a line, behind the sub-heading. */
const wrongLines = [
  '2023年，⟦未收到政府信息公开申请⟧.',
  '⟦未出现行政复议、行政诉讼等现象⟧。',
  '⟦未发生由政府信息公开引发的投诉、行政复议和行政诉讼等⟧。',
  '⟦未发生针对本局信息公开事务的行政复议案件、行政诉讼案件和举报申诉件⟧。',
  '⟦未发生依申请公开政府信息方面的行政复议和行政诉讼⟧。',
  '继续有效的行政规范性文件⟦17⟧件。',
  '实现⟦零复议、零诉讼⟧。',
  '政府信息公开工作实现零投诉、⟦零复议、零诉讼⟧。',
  '因政府信息公开引发的行政复议、行政诉讼⟦均为零⟧。',
  '全年行政复议、行政诉讼⟦零发生⟧。',
  '2023年⟦未接到因政府信息公开申请行政复议、提起行政诉讼的情况⟧。',
  '⟦没有公民、法人和其他组织因政府信息公开申请行政复议或提起行政诉讼⟧。',
  '全年⟦暂未收到政府信息公开申请⟧。',
  '本年度⟦暂无依申请公开⟧。',
  '我局⟦未收到任何形式的政府信息公开申请⟧。',
  '我局⟦没有收到要求公开政府信息的申请⟧。',
  '⟦没有申请人向我局申请公开政府信息⟧。',
  '局属单位经费公开，也⟦未收到任何单位和个人的政府信息公开申请⟧，故⟦未发生行政复议⟧。',
  '全年⟦未收到政府信息公开方面的行政复议申请和行政诉讼⟧，亦⟦未有依申请公开类事项⟧。',
  '政府信息公开申请⟦零受理⟧。',
  '全年收到依申请公开为⟦0⟧。',
  '2023年依申请公开数为⟦62⟧件，已答复⟦71⟧件。',
  '全年共有⟦62⟧件政府信息公开申请。',
  '⟦上年度无结转⟧。',
  '收到政府信息公开申请50件，⟦无结转⟧。',
  '收到政府信息公开申请50件，⟦均予以公开⟧。',
  '收到政府信息公开申请50件，⟦均为不予公开⟧。',
  '收到政府信息公开申请50件，⟦全部为自然人申请⟧。',
  '办理政府信息公开申请54件，申请人⟦均为个人⟧。',
  '收到政府信息公开申请50件（⟦均由商业企业提出⟧）。',
  '共办理依申请公开54件，本年度⟦48⟧件，结转上年度⟦6⟧件。',
  '收到政府信息公开申请⟦62⟧件（其中局网站申请30件，信函申请20件）。',
  '收到申请50件，不予公开（属于行政执法案卷）⟦4⟧件，无法提供（本机关不掌握相关政府信息）⟦12⟧件。',
  '收到申请50件，因属于行政查询事项不予公开⟦6⟧件，⟦3⟧件因补正后申请内容仍不明确而无法提供。',
  '收到申请50件，申请人无正当理由逾期不补正⟦5⟧件，依申请同意公开⟦32⟧件。',
  '收到申请50件，⟦5⟧件因期限未满结转2024年办理。',
  '2023年收到，结转至2024年作出答复的政府信息公开申请⟦5⟧件。',
  '收到申请50件，办理结果总计⟦71⟧件。',
  '共处理和答复政府信息公开申请⟦71⟧件。受理、答复政府信息公开申请⟦72⟧件。',
  '线上线下共收到政府信息公开申请⟦62⟧件。',
  '共收到来自社会公众的政府信息公开申请⟦62⟧件，收到向本局提出的信息公开申请⟦63⟧件。',
  '收到政府信息公开申请50件，其中20件涉及造林补助；⟦5⟧件结转下年答复。',
  '新收政府信息公开申请50件，上年度结转4件，共⟦57⟧件。按时办结⟦71⟧件。',
  '受理公民、法人提出的政府信息公开申请⟦62⟧宗，予以公开及部分公开⟦29⟧件。',
  '收到依申请公开50件，其中网上申请40件，信函申请10件，办结⟦71⟧件。',
  '因政府信息公开被申请行政复议4件，已⟦全部审结⟧。',
  '收到政府信息公开申请50件，⟦其中网上申请42件、当面申请3件、邮寄6件⟧。',
  '收到政府信息公开申请50件（其中：⟦网上申请42件，来信申请的9件⟧），办结⟦71⟧件。',
  '收到政府信息公开申请50件，⟦其中22件为网上申请，34件为当面申请⟧。',
];

/** Of none of these anything may be said. */
const right: Readonly<Record<string, Passage>> = {
  'under the headings of others': {
    text: `${TWO}\n1.县政府本级办理情况\n收到政府信息公开申请11件，办结10件。\n2.县政府部门办理情况\n收到政府信息公开申请15件，办结15件。`,
    unit: '禾丰县人民政府',
  },
  'disclosed, and pointed to apart': {
    text: `${TWO}收到政府信息公开申请50件。予以公开18件，已主动公开5件，部分公开5件。`,
  },
  'shares of what is named, and stands elsewhere': {
    text: `${TWO}答复51件。予以公开23件，占答复总数的45.1%；不予公开8件，占答复总数的15.7%；自然人申请40件，占申请总数的72.7%。`,
  },
  'shares of several wholes': {
    text: `${TWO}收到政府信息公开申请50件，答复51件。网络申请30件，占60%；予以公开23件，占45.1%；部分公开5件，占9.8%；无法提供10件，占19.6%。`,
  },
  'shares of a part, of a sum, and of what stands elsewhere': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件，答复51件。予以公开23件，占45.1%；部分公开5件，占9.8%；无法提供10件，占19.6%；结转3件，占5.6%。咨询200件，涉及造林60件，占8%，采伐40件，占5.3%。`,
  },
  'numbers without others': {
    text: `${TWO}作出行政许可决定200件（不含告知承诺12件），收到政府信息公开申请48件（不包括重复提交的2件）。`,
  },
  'numbers with others’': {
    text: '（三）政府信息管理。制发行政规范性文件5件（其中县政府文件2件），现行有效19件（含县政府文件3件）。收到政府信息公开申请58件，其中包括局属单位8件。',
  },
  'disputes of whose applications were counted': {
    text: `${TWO}局属单位收到政府信息公开申请36件，均已答复，因信息公开被申请行政复议2件。`,
  },
  'a way, and what of it was settled': { text: `${TWO}收到申请50件，网上申请20件、信函申请30件。20件依申请公开均按时办结。` },
  'handled, all that was there': { text: `${TWO}新收政府信息公开申请50件，共办理54件，其中办结51件。` },
  'a part that was settled': { text: `${TWO}收到政府信息公开申请50件，涉及造林补助的最多。20件申请均按时办结。` },
  'shares of a whole before a smaller number, or of both': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件。其中，予以公开23件，占42.6%；不予公开8件，占16%。`,
  },
  'documents and decisions of all of a kind': {
    text: '全县林业系统作出行政处罚决定120件，制发规范性文件46件，其中我局牵头起草3件。',
  },
  'documents, amended or with others': {
    text: '制定行政规范性文件2件，修订1件。以县林业局名义印发规范性文件2件，联合其他部门印发1件。',
  },
  'lawsuits of another year': { text: '因政府信息公开被提起行政诉讼2件（均为2022年提起，今年审结）。' },
  'parts in time, late, or in writing': {
    text: `${TWO}收到申请50件，其中45件按期答复，5件延期答复。收到申请50件，其中当面申请13件；书面答复20件。`,
  },
  'reviews that the body decides': { text: `${TWO}收到政府信息公开申请50件。收到行政复议申请120件，审结98件。` },
  'more that is handed on by the rules': { text: `${TWO}收到政府信息公开申请50件，另有5件按照规定转至县发改局办理。` },
  'shares and rates that follow, in other words': {
    text: `${TWO}收到政府信息公开申请50件，同比增长25%（上年40件），其中网上申请37件、当面申请13件，占比分别为74%和26%。已答复51件。其中予以公开23件，占已答复件数的45.1%。`,
  },
  'a share of what another sentence has': { text: `${TWO}收到政府信息公开申请54件。其中予以公开23件，占已答复件数的45.1%。` },
  'shares of which there are more than numbers': {
    text: `${TWO}收到政府信息公开申请50件，其中网上申请37件、当面申请9件，分别占74%、18%、8%，信函4件，其余分别占12%、13%。`,
  },
  'a base that is no number of last year': {
    text: `${TWO}收到政府信息公开申请50件，增长40%（上年底积压8件），较上年的8件增长40%（去年同期增长30%）。`,
  },
  'of bodies under it, and their results': { text: `${TWO}局属单位收到政府信息公开申请12件。从办理结果看，予以公开9件。` },
  'a body under it among its own, and results': {
    text: `${TWO}收到政府信息公开申请50件。其中，局属林场收到申请7件。从办理结果看，予以公开5件。`,
  },
  'results of last year’s': { text: `${TWO}收到政府信息公开申请50件。上年收到政府信息公开申请40件。从办理结果看，予以公开19件。` },
  'taken and finished, without those carried on': { text: `${TWO}受理并办结政府信息公开申请47件。受理并答复政府信息公开申请51件。` },
  'documents in several names': { text: '（三）政府信息管理。以县政府名义印发行政规范性文件2件，以本局名义印发行政规范性文件1件。' },
  'new, and no documents': { text: '（三）政府信息管理。新发布的政策解读5篇，新发布规范性文件解读4篇，新制定的规章制度6项。' },
  'all in all, of whatever years': { text: '（三）政府信息管理。累计制发行政规范性文件40件，累计作出行政许可500件。' },
  'decisions of others, and other years’': {
    text: '（一）主动公开。执法大队作出行政处罚7件。森林公安作出行政处罚2件。上年作出行政处罚12件。',
  },
  'decisions, and what is published of them': {
    text: '（一）主动公开。作出行政处罚9件，罚款30万元，公开行政处罚11件，行政检查60件。公开作出行政许可信息230件。',
  },
  'decisions, and parts of them': {
    text: '（一）主动公开。作出行政许可212件，其中行政许可延续11件、变更8件。对12件行政处罚案件作出行政处罚9件、不予处罚3件。',
  },
  'permits handled': { text: '（一）主动公开。每月作出行政许可约20件，受理行政许可230件，办结行政许可225件。' },
  'for others': { text: `${TWO}代县政府办理政府信息公开申请答复9件，转办、协办政府信息公开申请7件，指导乡镇办理政府信息公开申请14件。` },
  'plans for applications': { text: `${TWO}计划2024年将政府信息公开申请答复时限压缩至12个工作日，力争办结80件。` },
  'half years and quarters': { text: `${TWO}今年1-6月收到政府信息公开申请21件，7-12月收到29件。第一季度收到政府信息公开申请11件。` },
  means: { text: `${TWO}政府信息公开申请平均每月收到4件，人均办理12件。平均每件政府信息公开申请办理用时9个工作日。` },
  'steps on the way': { text: `${TWO}收到政府信息公开申请50件，其中补正12件，征求第三方意见3件，延期答复2件。` },
  'papers of answers': { text: `${TWO}收到政府信息公开申请50件，共出具答复书54份、补正告知书12份、延期告知书2份。` },
  'its own among all': {
    text: `${TWO}全县共收到政府信息公开申请420件，我局收到50件。县政府收到政府信息公开申请66件，其中由我局牵头办理8件。`,
  },
  'behind the end of the year': { text: `${TWO}截至2024年1月10日，政府信息公开申请已办结54件。` },
  'reviews as the body that decides them': {
    text: `${TWO}我局作为复议机关受理行政复议申请9件。近三年因政府信息公开引发行政复议11件、行政诉讼9件。`,
  },
  'finished, of several counts': {
    text: '（五）监督保障。受理来信100件、来访20件，办结110件，办结率91.7%。本年受理诉求100件，上年结转10件，办结105件，办结率95.5%。',
  },
  'finished, behind a flood of numbers': { text: `（五）监督保障。受理诉求100件，${'转办1件，'.repeat(21)}办结90件，办结率95%。` },
  'finished, of nothing': { text: '（五）监督保障。受理诉求0件，办结0件，办结率0%。' },
  'finished, of those that were taken': {
    text: '（五）监督保障。受理诉求100件，其中有效件80件，办结78件，办结率97.5%。受理诉求100件，不予受理5件，办结90件，办结率94.7%。',
  },
  'shares of one of two, and of both': {
    text: '（一）主动公开。网站发布300条、微信发布100条，其中政务动态100条，占网站信息的33.3%，占总量的25%。',
  },
  'shares of shares': { text: '（一）主动公开。公开信息1200条，其中重点领域600条（占50%），含财政信息60条，占重点领域的10%。' },
  'decisions and what belongs to them': {
    text: '（一）主动公开。作出行政处罚9件，行政处罚听证2件，行政强制措施5件。作出不予行政许可5件。作出行政处罚简易程序300件。',
  },
  'registered, and of another kind': { text: '（二）依申请公开。登记办理林木采伐申请300件，受理并答复群众来信62件，依申请公开受理点3个。' },
  'new documents that are explained': { text: '（三）政府信息管理。对新制定的行政规范性文件3件开展解读。新发布行政规范性文件解读4件。' },
  'decisions of a whole area': {
    text: '（一）主动公开。各部门作出行政许可500件、行政处罚90件。作出行政许可500件。',
    unit: '禾丰县人民政府',
  },
  'shares of one of several wholes, or of their sum': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件，办结51件。其中予以公开23件，占45.1%；部分公开5件，占新收的10%；自然人申请44件，占81.5%。`,
  },
  'a share of what the year before had': { text: '（一）主动公开。发布信息300条，上年为250条，其中图解45条，占15%。' },
  'finished, by other counts': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件，办结51件，办结率94.4%，按时办结率98%；办理来信40件，办结率95%，受理热线300件，办结率达100%，办结280件。`,
  },
  'all that were due are finished': { text: `${TWO}收到政府信息公开申请50件，上年结转4件，已办结51件，办结率100%。` },
  'growth of a part': { text: '（一）主动公开。发布信息300条，其中图解45条，同比增加5条，增长18%。' },
  'finished this year, without last year’s': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件，当年办结47件，均按时办结，3件结转2024年办理。`,
  },
  'parts of parts, finished': { text: `${TWO}收到政府信息公开申请50件，其中网络申请30件，其中办结28件，28件已答复。` },
  'of those carried in, finished': { text: `${TWO}收到政府信息公开申请50件，上年结转4件，其中办结4件。` },
  'one after the other, the number first': { text: `${TWO}收到政府信息公开申请50件，12件已按时答复，35件经沟通后另行答复，3件正在办理。` },
  'the first ones of a list': { text: `${TWO}收到政府信息公开申请50件，其中2件均按规定程序办结。` },
  'answered openly, and not': { text: `${TWO}收到政府信息公开申请50件，公开答复23件，不予公开答复8件。` },
  'in writing and by word': { text: `${TWO}收到政府信息公开申请50件，40件书面答复，11件当面答复。` },
  'forms and what they ask for': { text: `${TWO}收到政府信息公开申请50份，涉及事项120项，附件30份，寄出答复书46份。` },
  'other applications, by 份': { text: `${TWO}受理林木采伐许可申请870份，审核补贴申请120项，收到申请材料300份。` },
  'what is published on one’s own': {
    text: '（一）主动公开。发布信息312条，其中公开通知120条、公开规范性文件12条、依申请公开目录8条、公开事项60项。',
  },
  'papers marked as such': { text: '（三）政府信息管理。公文标注主动公开120份、依申请公开30份、不予公开11份。' },
  'published and granted': { text: `${TWO}收到政府信息公开申请50件，予以公开23件，公开12件为目录所列。依法公开120件。` },
  'not disclosed, in all': { text: `${TWO}收到政府信息公开申请50件，公开23件，部分公开5件，不公开23件。` },
  'disclosed, wholly or in part': { text: `${TWO}收到政府信息公开申请50件，同意公开28件。` },
  'not held, in several ways': { text: `${TWO}收到政府信息公开申请50件，本局不掌握相关政府信息2件，信息不存在3件，不属于本局公开2件。` },
  'reviews that are no cause of its own': { text: '（五）监督保障。全年发生行政复议案件12件和行政诉讼案件5件，其中行政复议结果维持9件。' },
  'of all its documents': { text: '（三）政府信息管理。制发行政规范性文件3件，废止1件，现行有效16件，有效期5年的12件。' },
  'decisions of all departments': { text: '（一）主动公开。行政许可处理决定数量324宗。', unit: '禾丰市人民政府' },
  'answered in time, some are still open': { text: `${TWO}收到政府信息公开申请50件，均按时答复，全部依法依规处理。` },
  'nothing of a kind': { text: `${TWO}未收到申请公开事项投诉，没有公民申请查阅档案，无因不受理引发的申请，未受理不属于本局的申请。` },
  'parts of other counts, by 项': { text: `${TWO}收到政府信息公开申请50件，其中涉及项目12项、文件30份。` },
  'answers beside what was turned down': { text: `${TWO}收到政府信息公开申请50件，答复44件，不予受理5件，补正后仍不明确1件。` },
  'results that brackets divide': {
    text: `${TWO}收到政府信息公开申请50件。其中，予以公开23件，不予公开（属于行政执法案卷）2件，不予公开（属于行政查询事项）1件，不予公开（涉及他人隐私）3件，无法提供(本机关不掌握相关政府信息)8件。`,
  },
  'lawsuits, and appeals in them': { text: '（五）监督保障。因政府信息公开被提起行政诉讼5件（含二审1件），均胜诉。' },
  'granted with the partial ones': { text: `${TWO}收到政府信息公开申请50件，予以公开28件（含部分公开5件），不予公开8件。` },
  'all as in the tables': {
    text: `${TWO}新收政府信息公开申请50件，上年结转4件，办结51件，结转下年度3件。予以公开23件，部分公开5件，不予公开8件，无法提供10件，不予处理3件，其他处理2件。政府信息公开行政复议4件，行政诉讼4件。`,
  },
  'received with last year’s': { text: `${TWO}全年收到政府信息公开申请54件，已办结51件，其余3件顺延至下一年度。` },
  'received without last year’s, finished without them': { text: `${TWO}全年收到政府信息公开申请50件，已办结47件。` },
  'answered without what was dropped': { text: `${TWO}全年收到政府信息公开申请50件，上年结转4件，依法答复49件。` },
  'in Chinese numerals': { text: `${TWO}全年收到政府信息公开申请五十件，办结五十一件。` },
  'applicants that are no column': {
    text: `${TWO}收到政府信息公开申请50件，其中自然人40件，法人7件，其他组织3件；企业6件、社会组织4件，答复51件，结转下年度3件。`,
  },
  'applicants with last year’s': { text: `${TWO}收办政府信息公开申请54件，其中自然人43件，法人和其他组织11件。` },
  'last year': { text: `${TWO}上年共收到政府信息公开申请41件，其中予以公开20件，办结39件。` },
  'another year by its number': { text: `${TWO}2019年收到政府信息公开申请12件，答复11件。` },
  'compared with last year': { text: `${TWO}收到政府信息公开申请50件，较上年减少7件，申请数量比去年同期明显下降。` },
  'since ever': { text: `${TWO}自条例施行以来，累计收到政府信息公开申请620件，答复618件。` },
  'half years': { text: `${TWO}上半年收到政府信息公开申请20件，下半年收到政府信息公开申请30件。` },
  quarters: { text: `${TWO}第一季度受理政府信息公开申请9件，办结8件。` },
  'for another body': { text: `${TWO}代县政府办理政府信息公开申请7件，其中予以公开5件，不予公开2件。` },
  'bodies below': { text: `${TWO}各乡镇林业站收到政府信息公开申请18件，答复18件。` },
  'the whole system': { text: `${TWO}全县林业系统收到政府信息公开申请80件，办结79件。` },
  'ways in which they came': { text: `${TWO}收到政府信息公开申请50件，其中当面申请3件、网络申请30件、信函申请17件。` },
  'parts of a part': { text: `${TWO}收到政府信息公开申请50件，其中网络申请30件，其中予以公开12件、不予公开4件。` },
  'parts of what was carried': {
    text: `${TWO}收到政府信息公开申请50件，上年结转4件（自然人2件、法人或其他组织2件，予以公开1件），办结51件。`,
  },
  'parts by matter': { text: `${TWO}收到政府信息公开申请50件，其中林权登记类20件、采伐许可类12件，予以公开9件。` },
  proposals: { text: '（五）监督保障。办理人大代表建议30件、政协提案12件，答复42件，办结42件，均已办结。' },
  'letters and calls': { text: `${TWO}收到群众来信60件，办结58件；受理12345热线工单260件，答复255件；网站留言30件，均已办结。` },
  'filed cases': { text: `${TWO}全年备案政府信息公开领域行政复议案件13件，行政诉讼案件7件。` },
  'cases that the body decides': { text: '（五）监督保障。全年审理行政复议案件120件，应诉行政诉讼案件15件，维持90件。' },
  'reviews have parts of their own': {
    text: `${TWO}收到政府信息公开申请50件，行政复议4件，其中上年结转1件，自然人3件；行政诉讼4件，结转下年1件，均已办结。`,
  },
  'documents checked for publication': { text: '（三）政府信息管理。逐件审查公文属性，认定主动公开120件、依申请公开30件、不予公开11件。' },
  'licences handled and published': {
    text: '（一）主动公开。办理行政许可1200件，公开行政处罚信息233件，公开规范性文件12件，清理规范性文件40件。',
  },
  'vague numbers': { text: `${TWO}收到政府信息公开申请60余件，办结近60件，予以公开约30件，结转10件以上。` },
  'documents of others': { text: '（一）主动公开。转发上级规范性文件9件，起草县政府规范性文件2件，审查规范性文件7件。' },
  'finished in time, some not yet': { text: `${TWO}收到政府信息公开申请50件，均在法定期限内答复，按时办结率100%。` },
  mottos: {
    text: `${TWO}收到政府信息公开申请50件，努力做到受理一件、答复一件，坚持办结一件申请、解决一类问题；办结一件申请，回访一件申请。`,
  },
  'months of the year': { text: `${TWO}2023年3月收到政府信息公开申请6件，2023年1-11月收到政府信息公开申请45件。` },
  'instances of courts': { text: `${TWO}政府信息公开行政诉讼4件，其中一审3件、二审1件，败诉1件，未发生行政复议被纠错情形。` },
  'last year’s all finished': { text: `${TWO}收到政府信息公开申请50件，上年结转4件，均已办结。` },
  'none of a kind': { text: `${TWO}未收到涉及商业秘密的申请，未发生行政诉讼败诉情形，没有逾期未答复的申请。` },
  'meetings, people and pages': { text: '（五）监督保障。召开会议6次，培训52人次，检查单位12个，印发通报4期，整改问题30个。' },
  'an office of a government': { text: `${TWO}市政府办公室收到政府信息公开申请18件，答复17件。`, unit: '禾丰市人民政府' },
  'departments of an area': {
    text: `${TWO}全市共收到政府信息公开申请50件（市政府12件、市各部门20件、各县区18件）。`,
    unit: '禾丰市人民政府',
  },
  'documents of a government': { text: '（一）主动公开。制发行政规范性文件9件。', unit: '禾丰市人民政府' },
  'all of an area, with shares': {
    text: `${TWO}全县各职能部门、乡镇共收到政府信息依申请公开50件。其中，网上申请37件，占74%；当面申请13件，占26%。完成答复51件，其中予以公开23件，部分公开5，不予公开8件。`,
    unit: '禾丰县人民政府',
  },
  'shares of a whole that two sentences before it have': {
    text: `${TWO}政府网站发布信息300条。开设专栏6个。其中，政策解读45条，占20%。`,
  },
  'numbers behind results that count something else': {
    text: `${TWO}收到政府信息公开申请50件，予以公开23件，部分公开5件，答复文书样式修订为第3版，不予公开类目录共列事项12。`,
  },
  'an office of an area by its name': { text: `${TWO}禾丰县教育局受理依申请公开9件。`, unit: '禾丰县人民政府' },
  'by one way': { text: `${TWO}通过政府网站收到依申请公开37件。` },
  'in all, of other matters': { text: `${TWO}收到政府信息公开申请50件，热线工单120件，共计170件。` },
  'other disputes': { text: '（五）监督保障。化解行政争议37件，其中行政复议12件。' },
  'without those that are carried out': { text: `${TWO}全年共受理政府信息公开申请51件（另有3件结转下年度继续办理）。` },
  'streets below a district': {
    text: `${TWO}各街道收到政府信息公开申请9件，街道办事处均未收到复议申请。`,
    unit: '禾丰区人民政府办公室',
  },
  'shares and rates that follow': {
    text: `${TWO}收到政府信息公开申请50件，比上年的41件增长21.9%，其中自然人申请40件，占80%；法人或其他组织申请10件，占20%。`,
  },
  'two shares at once': { text: `${TWO}收到政府信息公开申请50件，其中自然人40件、法人或其他组织10件，分别占80%、20%。` },
  'shares of something else': { text: `${TWO}收到政府信息公开申请50件，其中自然人40件，占全县自然人申请的12%；网上办理率98%。` },
  'aims and points': { text: '（四）平台建设。发布图解120篇，占比提高3.5个百分点，较上年20篇增长5倍，力争图解占30%以上。' },
  'last year’s number behind the year': { text: `${TWO}收到政府信息公开申请50件，较2022年的57件减少7件，降幅12.3%。` },
  'two years, one after the other': { text: `${TWO}2022年、2023年分别收到政府信息公开申请57件、50件，下降12.3%。` },
  'plans for next year': {
    text: '（五）监督保障。2024年，力争答复时限压缩至10个工作日以内，受理申请办结率保持100%，举办培训不少于4次，行政复议纠错数降为0件。',
  },
  'a list that ends with 等': { text: `${TWO}收到政府信息公开申请50件，其中涉及林权流转20件、采伐许可15件、公益林补偿8件等。` },
  'results of one matter': { text: `${TWO}对涉及公益林补偿的15件申请，予以公开6件、部分公开2件、不予公开4件，其余转其他方式处理。` },
  'documents filed': { text: '（一）主动公开。向县政府报送备案行政规范性文件2件，备案审查各乡镇规范性文件11件，按期报备率100%。' },
  'proposals and their answers': {
    text: '（一）主动公开。主办人大代表建议8件、会办政协提案6件，已全部办结，公开答复全文14件，不予公开2件。',
  },
  'messages on the site': { text: `${TWO}局长信箱收到留言132件，办结130件，公开答复120件，2件结转下年办理。` },
  'calls of the hotline': { text: `${TWO}受理12345热线转办件1,204件，按期办结1,198件，群众满意率98.5%，较上年提高2.1个百分点。` },
  consultations: { text: `${TWO}接听政府信息公开咨询电话36个，现场接待12人次，网上答复咨询8件。` },
  'quarter by quarter': { text: `${TWO}四个季度分别收到政府信息公开申请9件、14件、12件、15件。` },
  'a range': { text: `${TWO}每月收到政府信息公开申请3至6件不等，平均每件办理9个工作日。` },
  'months on average': { text: `${TWO}平均每月收到政府信息公开申请4件，单月最多收到9件。` },
  'letters and parcels': { text: `${TWO}邮寄政府信息公开答复书46份，申请人当面领取5份，电话回访申请人38人次。` },
  'handed over by others': { text: `${TWO}市林业局转来政府信息公开申请3件，移交县档案馆办理1件，会同县财政局答复2件。` },
  'papers of reviews': { text: `${TWO}收到行政复议答复通知书3份，提交答辩状2份，负责人出庭应诉2次。` },
  'lawsuits of several years': { text: `${TWO}2021年以来累计发生政府信息公开行政诉讼11件、行政复议16件，均获维持。` },
  'a share of all that others received': { text: `${TWO}收到政府信息公开申请50件，占全县总量的8.3%，网上申请占六成以上。` },
  'growth without a base': { text: '（一）主动公开。专栏访问量120万次，同比增长25%；发布信息316条，同比增长18%；解读政策12件，增幅50%。' },
  'a fall from a number in brackets': { text: `${TWO}收到政府信息公开申请50件，较上年（57件）下降12.3%。` },
  'numbers in brackets that are no base': {
    text: `${TWO}收到政府信息公开申请50件（线上37件），较上年有所减少的办理量（12件）增长5%，网上申请（37件）同比增长9%。`,
  },
  'shares of a list': { text: '（一）主动公开。发布信息316条，其中政府网站200条（占63.3%）、公众号116条（占36.7%）。' },
  'conditions and rules': {
    text: `${TWO}印发办法，规定自收到申请之日起20个工作日内答复，收到同一申请人申请超过10件的应当及时报告，逾期1件扣1分。`,
  },
  'bodies of the office': { text: `${TWO}局属3家国有林场收到政府信息公开申请5件，办结5件，未发生行政复议、行政诉讼。` },
  'another body, in words': { text: `${TWO}县国有林场收到政府信息公开申请2件，均已办结，无结转下年度的申请，未发生行政复议、行政诉讼。` },
  'a comparison with the numbers of last year': {
    text: `${TWO}收到政府信息公开申请50件，较2022年的57件（予以公开20件、不予公开12件）减少7件；与2022年相比，予以公开多3件。`,
  },
  'a comparison with last year, and its parts': { text: `${TWO}收到政府信息公开申请50件，较上年的57件（予以公开20件）减少7件。` },
  'who had made it': { text: `${TWO}收到政府信息公开申请50件，其中涉及本机关制作的信息25件，涉及上级机关制作的信息6件。` },
  'a report that was corrected': { text: `${TWO}经核查，上一年度报告中收到政府信息公开申请数应为58件，已在网站更正。` },
  'a table within a sentence': { text: `${TWO}收到申请情况如下：1月3件，2月2件，3月6件，4月4件，其他月份共35件。` },
  'other applications': { text: `${TWO}受理林木采伐许可申请870件，办结868件，不予许可2件；受理行政复议申请的单位为县司法局。` },
  'cases that were withdrawn': { text: `${TWO}收到政府信息公开申请50件，办理期间申请人主动撤回1件，延期答复2件，征求第三方意见3件。` },
  'penalties and files': { text: '（一）主动公开。抽查行政处罚案卷12件，公示行政处罚决定书15份，信用修复3件。' },
  'one of several places': { text: `${TWO}通过县政务服务大厅窗口受理政府信息公开申请6件，通过网站受理政府信息公开申请44件。` },
  'an example': { text: `${TWO}如张某等3人分别提出12件申请要求公开同一林地的权属信息，经沟通合并办理为1件。` },
  'a rate without its base': { text: `${TWO}收到政府信息公开申请50件，同比增长31.3%。` },
};

/** Of none of these anything may be said, either. */
const rightLines = [
  '收到政府信息公开申请50件，其中网络申请30件，均予以公开。',
  '收到政府信息公开申请50件，涉及征地20件，均为自然人申请。',
  '收到政府信息公开申请50件，上年结转4件，均予以公开。',
  '收到政府信息公开申请50件，予以公开23件，其余均不予公开。',
  '收到政府信息公开申请50件，按期答复。对政策文件，全部予以公开。',
  '收到政府信息公开申请50件，均为网络申请，均依法公开答复。',
  '行政复议零败诉，重大决策零复议。',
  '未收到书面申请公开政府信息，未收到企业提出的政府信息公开申请。',
  '依申请公开目录为0。公文认定主动公开数120件、2023年依申请公开数30件。',
  '2023年有3件政府信息公开申请，因内容不明确要求补正。',
  '收到政府信息公开申请54件，办结51件，本年度47件，上年结转4件。',
  '共办理政府信息公开申请51件，本年度47件，上年结转4件。',
  '收到政府信息公开申请50件，本年答复47件，上年结转4件全部答复。',
  '上年结转4件，新收政府信息公开申请50件，其中网络申请44件、邮寄申请10件。',
  '共办理依申请公开54件，本年度办结51件，上年结转4件。本年度信件20件，上年结转2件。',
  '收到政府信息公开申请50件，因属于行政执法案卷不予公开2件，因属于行政执法案卷不予处理3件。',
  '收到政府信息公开申请50件，不予公开（含属于行政执法案卷）8件，无法提供（信息不存在）2件。',
  '在各渠道收到留言62件，线上线下共收到信访80件。',
  '收到政府信息公开申请50件，上年结转4件，其中网络申请44件、邮寄10件。',
  '收到政府信息公开申请50件，其中网络申请40件（门户网站30件、电子邮件10件）、邮寄10件。',
  '收到政府信息公开申请50件，其中网络申请40件，其中门户网站申请30件。',
  '收到政府信息公开申请50件，线上申请40件，线下申请10件，信函申请6件，当面申请4件。',
  '收到政府信息公开申请50件，网络申请40件，网站申请20件。',
  '收到政府信息公开申请50件，网络申请40余件、邮寄20件。',
  '收到政府信息公开申请50件，网络申请50件。收到群众来信30件，网络留言20件。',
  '收到政府信息公开申请50件；网站300件、平台120件。邮寄60件次。',
  '收到政府信息公开申请50件，其中网上申请40件，信函申请5件，办结5件。',
];

/** Those of a part, of a county: each with a number that its tables do not have. */
const ofOthers = [
  '县政府办公室认真做好依申请公开工作，全年收到政府信息公开申请11件，办结10件。',
  '县政府本级办理情况：收到政府信息公开申请11件，办结10件，结转下年1件。',
  '县政府本级严格规范办理流程。共收到政府信息公开申请11件，办结10件。',
  '县自然资源局方面，收到政府信息公开申请15件，办结15件。',
  '1.县政府办公室。收到政府信息公开申请11件；已答复10件；结转下年度办理2件。2.县政府部门。收到政府信息公开申请15件，答复15件。',
  '就城关镇而言，收到政府信息公开申请11件，办结10件。从县直部门看，收到政府信息公开申请15件，办结15件。',
  '（县政府办公室）收到政府信息公开申请11件，办结10件。',
  '一是县政府本级，收到政府信息公开申请11件，办结10件。二是各乡镇（街道），收到政府信息公开申请20件，办结20件。',
  '县政府本级：行政复议1件，行政诉讼1件。',
  '县政府办公室收到11件，其中县财政局9件（上年结转1件、办结9件、结转1件），其余为乡镇。',
  '据省政府通报，全省收到政府信息公开申请86000件。',
  '县公安局严格执法，作出行政处罚决定6件。',
  '会同县财政局，制发行政规范性文件2件。',
  '以县政府名义，制发行政规范性文件2件。',
];

/** Those of a part, of any body. */
const ofParts = [
  '收到政府信息公开申请50件，其中有36件来自网络，有14件来自邮寄信函。以县政府名义制发行政规范性文件2件。',
  '林业执法大队严格执法，作出行政处罚决定6件。',
  '林木种苗站（局属单位）依法履行公开职责，收到政府信息公开申请5件，答复5件。',
  '收到政府信息公开申请50件，办结51件。我局所属林场管理中心规范流程，收到政府信息公开申请5件，答复5件。',
  '2022年度，共收到政府信息公开申请71件；2021年度，共收到政府信息公开申请68件。前年，收到政府信息公开申请66件。',
  '通过邮政寄递，收到政府信息公开申请15件。以当面提交方式，收到政府信息公开申请5件。',
  '其中网络申请：收到政府信息公开申请26件，予以公开8件；信函申请：收到政府信息公开申请15件，予以公开4件。',
  '自然人方面，收到政府信息公开申请38件，办结38件，予以公开8件。',
  '针对退耕补助问题，收到政府信息公开申请12件，予以公开10件，不予公开2件。',
  '林权流转领域：收到政府信息公开申请12件。征占用林地类，收到政府信息公开申请8件。',
  '通过12345热线，收到政府信息公开申请11件。微信公众号渠道：收到政府信息公开申请11件，予以公开5件。',
  '个别申请人反复提出申请，共收到政府信息公开申请11件，答复10件。关于公益林补偿，收到政府信息公开申请8件。',
  '适用简易程序，作出行政处罚决定6件。采取告知承诺方式，作出行政许可决定8件。对企业，作出行政处罚决定3件。',
  '联合发文，制发行政规范性文件2件。会同县财政局，制发行政规范性文件2件。',
  '收到政府信息公开申请50件，其中网络26件、信函18件、当面6件；按申请人要求，邮寄11件，当面领取15件。',
  '我局受理政府信息公开申请50件，答复51件。推进依法行政，全年发生行政诉讼案件86件，败诉2件。',
  '因政府信息公开被申请行政复议4件，被提起行政诉讼4件。全年发生行政诉讼案件86件，败诉2件。',
  '收到政府信息公开申请50件。全年行政复议86件，主要涉及行政处罚、工伤认定等；行政诉讼71件，均与信息公开无关。',
  '收到政府信息公开申请50件，其中信函18件：予以公开5件，不予公开2件；网络26件：予以公开5件。',
  '上一报告期内，收到政府信息公开申请71件，办结71件。最多的一个月，收到政府信息公开申请7件。',
  '五年间，收到政府信息公开申请86件，办结86件。来信申请方面，收到政府信息公开申请11件。',
  '收到政府信息公开申请50件。不服行政处罚，申请行政复议18件，提起行政诉讼2件。',
  '机构改革前，收到政府信息公开申请12件。政策出台后一个月内，收到政府信息公开申请8件。',
  '收到政府信息公开申请50件，其中自然人申请40件（予以公开18件、部分公开5件），法人或其他组织申请10件（予以公开5件、部分公开0件）。',
  '自然人：新收40件，结转3件，办结41件；法人或其他组织：新收10件，结转1件，办结10件。',
  '收到政府信息公开申请50件，其中网络申请26件（予以公开8件、部分公开2件）、信函申请18件、当面申请6件。',
  '收到政府信息公开申请50件，申请方式为：网络26件，信函18件，当面6件；答复方式为：邮寄11件，电子邮件7件，当面送达28件。',
  '全年收到政府信息公开申请50件，申请事项86项。政府信息公开申请事项86项，公开事项15项。',
  '收到政府信息公开申请50件，已答复47件，未到期3件，上年结转的4件均已答复。',
  '新收政府信息公开申请50件，办结47件，结转下年度3件，另办结上年度结转申请4件。',
  '上年结转政府信息公开申请4件，办结4件；本年新收政府信息公开申请50件，办结47件。',
  '办结政府信息公开申请51件，其中新收47件、上年结转4件。',
  '答复申请51件（本年新收47件，上年结转4件）。',
  '办结政府信息公开申请51件，其中予以公开23件，部分公开5件，不予公开8件，其他处理（包括无法提供、不予处理等）15件。',
  '办结政府信息公开申请51件，其中予以公开28件，不予公开8件，无法提供10件，其他处理5件。',
];

/** They name others, or a way, and yet count all. */
const ofAll = [
  '收到政府信息公开申请50件，办结51件，其中其他法律行政法规禁止公开⟦5⟧件。',
  '我局仅收到⟦52⟧件政府信息公开申请，已按时答复。',
  '收到政府信息公开申请50件，转接下年度继续办理⟦5⟧件。答复后被行政复议⟦9⟧件；未经复议直接起诉⟦5⟧件。',
  '我局⟦未发生任何针对本部门有关政府信息公开事务的行政复议和行政诉讼案件⟧，收到政府信息公开申请50件。',
  '新收政府信息公开申请50件，加上年结转⟦5⟧件，共⟦56⟧件，已办结51件，⟦4⟧件结转下年度。',
  '收到政府信息公开申请50件，⟦其中有36件来自网络，有15件来自邮寄信函⟧。',
  '以局名义制发行政规范性文件⟦4⟧件。',
  '加强对县直各部门的指导，收到政府信息公开申请⟦52⟧件。',
  '按照县政府办公室要求，规范办理流程，收到政府信息公开申请⟦52⟧件。',
  '县公安局加强培训。我局收到政府信息公开申请⟦52⟧件，办结51件。',
  '通过网络、信函等多种渠道，收到政府信息公开申请⟦52⟧件。',
  '在依法办理方面，收到政府信息公开申请⟦52⟧件。',
  '收到政府信息公开申请50件，办结⟦47⟧件（其中上年结转4件）。',
  '上年结转4件，收到政府信息公开申请50件，办结⟦47⟧件。',
  '新收政府信息公开申请⟦47⟧件。',
  '收到政府信息公开申请50件，其中网络申请26件（占52%）、信函申请18件；办结⟦52⟧件，其他处理⟦6⟧件，不予处理3件。',
];

describe('passages of prose', () => {
  describe('something is said', () => {
    for (const [name, passage] of Object.entries(wrong)) it(name, () => assert.equal(saidOf(passage), ''));
    for (const line of [...wrongLines, ...ofAll]) it(line, () => assert.equal(saidOf({ text: TWO + line }), ''));
  });
  describe('nothing is said', () => {
    for (const [name, passage] of Object.entries(right)) it(name, () => assert.equal(saidOf(passage), ''));
    for (const line of [...rightLines, ...ofParts]) it(line, () => assert.equal(saidOf({ text: TWO + line }), ''));
    for (const line of ofOthers) it(line, () => assert.equal(saidOf({ text: TWO + line, unit: '禾丰县人民政府' }), ''));
  });

  describe('what the report’s own body is called', () => {
    const own: readonly (readonly [unit: string, ...called: string[]])[] = [
      ['禾丰市青石岭街道办事处', '青石岭街道', '青石岭街道办事处', '青石岭街办', '街道', '本街道办事处', '我办', '我街'],
      ['禾丰县青石街道', '青石街道', '青石街道办事处'],
      ['禾丰县人民政府办公室', '禾丰县人民政府办公室', '禾丰县政府办公室', '县政府办公室', '县政府办', '县府办', '县政府办公室代表县政府'],
      ['禾丰县柳溪镇人民政府', '柳溪镇', '柳溪镇人民政府', '柳溪镇政府', '镇政府', '镇', '我镇', '全镇'],
      ['禾丰县柳溪乡', '柳溪乡', '柳溪乡人民政府', '乡'],
      ['禾丰旗柳溪苏木人民政府', '柳溪苏木', '我苏木', '苏木政府'],
      ['禾丰市市场监督管理局', '禾丰市市场监管局', '市市场监管局', '市场监督管理局'],
      ['禾丰区卫生健康委员会', '禾丰区卫健委', '区卫健委', '区卫生健康委', '我委'],
      ['禾丰经济技术开发区管理委员会', '我区', '全区', '本园区', '开发区', '管委会', '禾丰经济技术开发区'],
      ['禾丰新城管理委员会', '管委会', '新城管委会', '禾丰新城管委会'],
      ['禾丰市公安局青石分局', '青石分局', '分局', '我分局'],
      ['禾丰县住房和城乡建设委员会', '县住建委', '住房城乡建设委'],
      ['太和县三和镇人民政府', '三和镇', '三和镇政府'],
      ['禾丰县发展和改革委员会', '县发改委', '县发展改革委'],
      ['禾丰市城市管理局', '市城管局', '城管局'],
      ['禾丰新区发展改革局', '发改局', '新区发改局'],
      ['禾丰市农业农村委员会', '市农业农村委', '农业农村委'],
      ['禾丰县第二中学', '我校', '学校', '县第二中学'],
      ['禾丰县税务局（本级）', '禾丰县税务局', '县税务局', '我局'],
    ];
    const others: readonly (readonly [unit: string, ...called: string[]])[] = [
      ['禾丰县林业局', '全县', '我县', '县政府', '县政府办', '市林业局', '县教育局', '局属林场'],
      ['禾丰经济技术开发区管理委员会', '全县', '各园区', '园区企业', '市政府'],
      ['禾丰县人民政府办公室', '县政府', '林业局代表县政府'],
      ['禾丰市人民政府', '市政府', '市政府办', '市林业局'],
      ['禾丰县柳溪镇人民政府', '青石镇', '禾丰县', '镇林业站', '县政府', '各镇'],
      ['禾丰市青石岭街道办事处', '江口街道', '各街道', '街道司法所'],
      ['禾丰市公安局青石分局', '市公安局', '江口分局', '各分局'],
      ['禾丰县第二中学', '各学校', '县第三中学', '学校食堂'],
    ];
    const said = (unit: string, called: string): string[] =>
      analyze(whole(`${TWO}2023年，${called}共收到政府信息公开申请58件。`, unit)).findings.flatMap(({ rule, data }) =>
        rule === 'prose-table' ? [String(data.actual)] : [],
      );
    for (const [unit, ...called] of own)
      it(unit, () =>
        assert.deepEqual(
          called.filter((name) => said(unit, name).length !== 1),
          [],
        ),
      );
    it('what the draft says that it calls itself', () => {
      const called = (preamble: string): string[] =>
        analyze(`${whole(`${TWO}2023年，林草执法队共收到政府信息公开申请58件。`)}${preamble}`).findings.flatMap(({ rule, data }) =>
          rule === 'prose-table' ? [String(data.actual)] : [],
        );
      assert.deepEqual(called('\n禾丰县林业局（以下简称“林草执法队”）负责解释。'), ['58']);
      assert.deepEqual(called('\n禾丰县教育局（以下简称“林草执法队”）负责解释。'), []);
    });
    for (const [unit, ...called] of others)
      it(`${unit}, and others`, () =>
        assert.deepEqual(
          called.filter((name) => said(unit, name).length > 0),
          [],
        ));
  });

  it('blank and unreadable cells are not judged', () => {
    const draft = whole(`${TWO}新收政府信息公开申请52件，上年结转4件，办结50件。`);
    const rules = (text: string): string[] => analyze(text).findings.flatMap(({ rule }) => (rule === 'prose-table' ? [rule] : []));
    assert.equal(rules(draft).length, 2);
    assert.deepEqual(rules(draft.replace('\t3\t0\t50', '\t3\t0\t').replace('\t3\t0\t51', '\t3\t0\t若干')), []);
  });

  const section = (text: string): string => saidOf({ text });
  it('documents and decisions that were not made, or without a verb in the year', () => {
    assert.equal(section('（三）政府信息管理。本年度⟦没有制定规章和行政规范性文件⟧，⟦未废止行政规范性文件⟧。'), '');
    assert.equal(section('（一）主动公开。全年⟦未作出行政处罚决定⟧，未作出行政强制决定。'), '');
    assert.equal(section('（一）主动公开。全年行政许可决定⟦221⟧件、行政处罚⟦19⟧件。2023年行政许可处理决定⟦220⟧，行政处罚9件。'), '');
    assert.equal(section('（一）主动公开。公开信息300条，其中全年行政许可决定200件。公开规范性文件10件、行政许可决定200件。'), '');
  });

  it('a sub-heading that lost its full stop', () => {
    assert.equal(saidOf({ text: '（二）依申请公开情况 ⟦未收到政府信息公开申请⟧。' }), '');
    assert.equal(saidOf({ text: '（二）依申请公开工作 我局共收到政府信息公开申请⟦58⟧件。' }), '');
  });

  it('where the number of the prose would settle the sums of the table, the sum rules speak', () => {
    const draft = base.replace('40	6	1	0	3	0	50', '40	6	1	0	3	0	55');
    const found = analyze(draft).findings.map(({ rule }) => rule);
    assert.ok(found.includes('sum-row'));
    assert.ok(!found.includes('prose-table'), found.join(' '));
  });

  it('a total that its parts and the prose contradict is at fault, whatever else is', () => {
    const draft = whole(`${TWO}新收政府信息公开申请50件，上年结转4件，办结51件，不予公开9件。`)
      .replace('40	6	1	0	3	0	50', '40	6	1	0	3	0	55')
      .replace(/(（七）总计\t(?:\t\d+){6}\t)51/, '$164');
    const found = analyze(draft).findings.flatMap(({ rule, data }) => (rule === 'prose-table' ? [data.actual] : []));
    assert.deepEqual(found, ['9']);
  });

  it('a figure that is a sum says so in what is proposed', () => {
    const analysis = analyze(whole(`${TWO}收到政府信息公开申请52件，不予公开9件。`));
    const titles = analysis.findings.flatMap((finding) =>
      finding.rule === 'prose-table' ? fixesOf(finding, analysis, defaultEditing).map(({ title }) => [title.zh, title.en]) : [],
    );
    assert.deepEqual(titles, [
      ['把正文的“52”改为表格的“50”', 'Change “52” in the prose into “50” as in the table'],
      ['把正文的“52”改为“54”，即表格的 50 + 4', 'Change “52” in the prose into “54”, in the table 50 + 4'],
      ['把正文的“9”改为“8”，即表格的 3 + 1 + 1 + 2 + 1', 'Change “9” in the prose into “8”, in the table 3 + 1 + 1 + 2 + 1'],
    ]);
  });

  describe('comments and tables in HTML change nothing in sentences cut by the ends of lines', () => {
    const lines = [
      '（二）依申请公开。规范办理流程，全年共收到公民、法人和其他组织提出的政府信息公开申请',
      '52 件，上年结转政府信息公开申请',
      '5 件。',
    ];
    const said = (draft: string): string[] =>
      analyze(draft).findings.flatMap(({ rule, range }) => (rule === 'prose-table' ? [draft.slice(range.start, range.end)] : []));
    const written: Readonly<Record<string, string>> = {
      alone: whole(lines.join('\n')),
      'a comment at the end': `${whole(lines.join('\n'))}\n<!-- 待核 -->\n`,
      'a comment before all': `<!-- 初稿 -->\n${whole(lines.join('\n'))}`,
      'lines of comments between': whole(lines.join('\n<!-- 待核，\n再核 -->\n')),
      'comments behind lines': whole(lines.join('<!-- 待核 -->\n')),
      'a reference to a character': whole(`${lines.join('\n')}\n\n政府信息公开&nbsp;专栏已改版。`),
      'a table in HTML': whole(`${lines.join('\n')}\n\n<table><tr><td>培训</td><td>6</td></tr></table>`),
      'inside of an element': whole(`<p>${lines.join('\n')}</p>`),
    };
    for (const [name, draft] of Object.entries(written)) it(name, () => assert.deepEqual(said(draft), ['52', '5']));
    it('but every element is a paragraph', () => assert.deepEqual(said(whole(lines.map((line) => `<p>${line}</p>`).join('\n'))), []));
  });

  it('HTML, with markup within a number', () => {
    const text = '<p>（二）依申请公开。全年收到政府信息公开<b>申请</b><span>5</span><span>2</span>件，办结51件。</p>';
    const draft = whole(text);
    const [finding] = analyze(draft).findings.filter(({ rule }) => rule === 'prose-table');
    assert.equal(draft.slice(finding!.range.start, finding!.range.end), '5</span><span>2');
  });
});
