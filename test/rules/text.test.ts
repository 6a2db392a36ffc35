import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import { fixesOf } from '../../server/src/analysis/remedies';
import { applyEdits, defaultEditing } from '../../server/src/editing/edit';
import type { RuleOptions } from '../../server/src/rules/rule';
import { proseOf } from '../../server/src/rules/text';
import { fixtures } from './fixture';

/**
 * Passages as reports have them, and what the rules of prose must and must not say of them. ⟦…⟧ marks what a finding stands on;
 * a passage without marks must be passed over. Each stands alone in a draft that is in order otherwise.
 */

const base = readFileSync(join(fixtures, 'base', '2021.txt'), 'utf8').replace(/\n$/, '');
const older = readFileSync(join(fixtures, 'base', '2019.txt'), 'utf8').replace(/\n$/, '');

/** Where a passage is put: behind the text of a section, or behind the preamble (0). */
type Place = 0 | 1 | 5 | 6;

const headings: Readonly<Record<Place, string | undefined>> = {
  0: '\n一、总体情况',
  1: '\n二、主动公开政府信息情况',
  5: '\n六、其他需要报告的事项',
  6: undefined,
};

interface Passage {
  readonly rule: string;
  readonly place: Place;
  readonly text: string;
  readonly unit?: string;
  readonly options?: RuleOptions;
}

/** The draft with a passage, and the ranges that it marks. */
function draftOf({ place, text, unit }: Passage): { draft: string; marks: { start: number; end: number }[] } {
  const before = headings[place];
  const whole = unit ? base.replaceAll('禾丰县林业局', unit) : base;
  const at = before === undefined ? whole.length : whole.indexOf(before);
  const marks: { start: number; end: number }[] = [];
  let bare = '\n';
  for (const part of text.split(/([⟦⟧])/)) {
    if (part === '⟦') marks.push({ start: at + bare.length, end: -1 });
    else if (part === '⟧') marks.at(-1)!.end = at + bare.length;
    else bare += part;
  }
  return { draft: `${whole.slice(0, at)}${bare}\n${whole.slice(at)}`, marks };
}

const say = (rule: string, place: Place, texts: readonly string[], more: { unit?: string; options?: RuleOptions } = {}): Passage[] =>
  texts.map((text) => ({ rule, place, text, ...more }));

const passages: readonly Passage[] = [
  ...say('fee-amount', 6, [
    '2023年共收取政府信息公开信息处理费⟦3945元⟧。',
    '收取信息处理费⟦1,235 元⟧，均已上缴。',
    '按照规定收取信息处理费⟦0.3945万元⟧。',
    '全年收取政府信息公开信息处理费3940元。',
    '收取信息处理费0.394万元，其中县局2件，收取290元。',
    '发出收费通知2件，信息处理费总金额 1,200 元，实际收取 0 元。',
    '行政事业性收费12345.67元，与信息处理费无关。',
    '采购设备花费3999元。没有收取信息处理费。',
    '信息处理费收取60.00元。',
  ]),
  ...say('year-stale', 1, [
    '⟦2022年⟧，全局公开信息180条，更新目录45条。',
    '（六）网站建设。⟦2021 年⟧，按要求建立信息公开平台，发布信息30条。',
    '我局⟦2022年度⟧共受理申请12件。',
    '2022年公开信息180条，2023年公开信息316条。',
    '与2022年相比，公开信息增加20条。',
    '2022年以来，网站公开信息逐年增加。',
    '2022年12月印发公开目录。',
    '根据县政府〔2022〕15号文件，公开信息20条。',
    '《2022年政务公开工作要点》的各项任务全部完成，公开信息20条。',
    '2022年度决算信息按时公开。',
    '自2019年以来，累计公开信息5000条。',
    '2024年，将继续公开各类信息。',
    '2022年遗留的3项公开问题已经整改。',
    '按照“十四五”规划（2021—2025年）公开林地信息。',
    '“2022年最美护林员”评选结果在网站公开。',
    '2022年政府信息公开工作年度报告按时发布。',
    '2022年度政务公开考核结果在网站公开。',
    '2022年高校毕业生招录信息全部公开。',
    '⟦2024年⟧，我局收到政府信息公开申请50件。',
    '（二）依申请公开。⟦2024年⟧，全局未收到政府信息公开申请。',
    '2024年1月15日，我局公开年度目录12条。',
    '2024年1月，发布信息12条。',
    '2024年，公开信息不少于300条，答复申请50件。',
    '2024年，我局继续做好申请受理，公开信息300条。',
    '2024年，我局公开规划信息12条。',
    '2024年，本局公开各类信息，培训两次。',
  ]),
  ...say('year-stale', 1, [
    '⟦2022年⟧，我局严格管理。',
    '⟦2022年⟧完善公开制度，优化网站栏目。',
    '在⟦2022年⟧，我局公开信息126条。',
    '⟦2022年⟧全年未发生责任追究的情形。',
    '⟦2022年⟧1月至12月，共公开信息126条。',
    '县林业局⟦2022年⟧主动公开信息126条。',
    '⟦20223年⟧，我局公开信息126条。',
    '⟦2022年⟧，我局将继续推进政务公开。',
    '2022年1月至6月，开展专项行动，公开信息20条。',
    '2022年完善的制度继续执行，公开信息20条。',
    '2022年优化营商环境考核结果已经公开。',
    '2022年调整后的公开目录共12条。',
    '县教育局2022年招生信息公开20条。',
    '公开省林业局2022年公开的文件20条。',
    '截至2022年底，累计公开信息1260条。',
    '公开距今20000年的遗址信息，20231号文件已经公开。',
  ]),
  ...say('year-stale', 5, [
    '2024年，主动公开信息300条，受理申请都要当天登记。',
    '⟦2022年⟧，我局政府信息公开工作取得一定成效，但仍存在公开不及时的问题。',
    '⟦2022年⟧，我局将着力改进。',
    '⟦2023年⟧，我局将进一步加强培训。',
    '2024年，我局将着力改进。',
    '2023年，我局将政务公开纳入考核，将优化服务列为重点。',
    '2022年，我局政府信息公开工作取得一定成效，但存在更新不及时的问题，现已整改。',
    '上一年度问题整改情况：制度得到完善。2022年，我局公开工作取得一定成效，但仍存在不足，通过培训得到解决。',
    '2022年反馈的问题全部整改。',
  ]),
  ...say('year-stale', 6, [
    '本单位⟦2022年⟧未收取信息处理费。',
    '县林业局⟦2022年度⟧收取信息处理费50元。',
    '信息处理费收取情况：⟦2022年⟧未收取。',
    '2022年未收取信息处理费，2023年收取50元。',
    '2022年收取的信息处理费已经上缴。',
    '较2022年收取的信息处理费减少50元。',
  ]),
  ...say('year-stale', 0, [
    '现公布⟦2022年⟧政府信息公开工作年度报告。',
    '特向社会公布⟦2022年度⟧政府信息公开工作情况。',
    '结合我局⟦2022年度⟧实际工作情况，编制本报告。',
    '与上年相同，2022年政府信息公开年度报告可在网站查阅。',
    '对照2022年政府信息公开工作年度报告，逐项梳理。',
    '根据2022年度工作要点，结合我局实际工作情况，编制本报告。',
  ]),
  ...say('period', 0, [
    '统计数据的期限为⟦2022年1月1日至2022年12月31日⟧。',
    '本报告所列数据自⟦2023年1月1日起至12月30日⟧止。',
    '统计期限自⟦2022 年 1 月 1 日至 2023 年 12 月 31 日⟧。',
    '所列数据统计日期自2023年1月1日起至2023年12月31日止。',
    '统计期限：2023年1月1日—12月31日。',
    '《禾丰县公开办法》自2022年5月1日至2024年5月1日施行。',
    '统计期限为⟦2022.1.1-2022.12.31⟧。',
    '统计期限自⟦2022/1/1至2022/12/31⟧止。',
    '统计期限自⟦二〇二二年一月一日起至十二月三十一日⟧止。',
    '数据的统计期限为⟦2022年度⟧。',
    '统计期限自⟦2022年1月至12月⟧。',
    '统计数据截至⟦2022年12月31日⟧。',
    '时间范围：⟦2022年1月1日—12月31日⟧。',
    '本报告内容涵盖⟦2022年1月1日至12月31日⟧期间的工作情况。',
    '统计期限自⟦20231月1日起至202312月31日⟧止。',
    '统计期限为⟦2023 11日到1231日⟧。',
    '统计期限为2023.1.1-2023.12.31。',
    '统计期限自二○二三年一月一日起至十二月三十一日止。',
    '统计期限为2023年度，数据截至2023年12月31日。',
    '上一年度报告的统计期限为2022年度，即2022年1月1日至12月31日。',
    '较2022年度统计数据增加20条。',
  ]),
  ...say('period', 1, [
    '截至⟦2023年2月29日⟧，整改完成。',
    '⟦4月31日⟧召开培训会。',
    '⟦2023年13月1日⟧上线。',
    '本报告所列数据的统计期限为⟦2023年2月1日至2023年12月31日⟧。',
    '2023年3月1日至5月31日开展林地信息清理。',
    '闰年2月29日、6月30日和12月31日各检查一次。',
    '2022年9月1日至2023年8月31日为试点期，数据已经公开。',
    '⟦2022年1月1日至12月31日⟧，我局收到政府信息公开申请50件。',
    '⟦2024年1月1日至2024年12月31日⟧期间，共公开信息316条。',
    '2022年1月1日至2022年12月31日，公开信息180条；2023年公开316条。',
    '2022年1月1日至2022年12月31日，公开信息180条，比本年度少，同比下降。',
    '2024年1月1日至2024年12月31日，计划公开信息300条。',
    '2022年7月1日至2022年12月31日，共公开信息180条。',
    '试点期为2022.1.1-2022.12.31，规划期限为2022年度。',
  ]),
  ...say('date-late', 6, [
    '禾丰县林业局\n⟦2024年2月5日⟧',
    '禾丰县林业局\n⟦2023年1月20日⟧',
    '⟦二〇二四年三月一日⟧',
    '禾丰县林业局\n2024年1月25日',
    '2024年1月31日',
    '联系人于2024年5月6日前反馈意见。',
  ]),
  ...say('date-late', 0, ['发布日期：⟦2024-04-02⟧', '（2024年1月12日）']),
  ...say('date-late', 6, ['2024年3月28日', '⟦2024年4月1日⟧'], { unit: '禾丰县人民政府' }),
  ...say('date-late', 6, ['2024年3月28日'], { options: { unit: 'government' } }),
  ...say('date-late', 6, ['2024年2月28日'], { unit: '禾丰县城关街道办事处' }),
  ...say(
    'unit-name',
    1,
    [
      '2023年，⟦沁阳县林业局⟧坚持应公开尽公开。',
      '⟦泌县阳林业局⟧召开培训会。',
      '泌阳县林业局召开培训会。',
      '与沁阳县林业局签订协作协议。',
      '赴沁阳县林业局考察学习。',
      '汝南县林业局移送1件。',
      '泌阳县水利局、财政局参加。',
    ],
    { unit: '泌阳县林业局' },
  ),
  ...say(
    'unit-name',
    1,
    [
      '2023年，⟦大庆市公安局⟧坚持以公开为常态。',
      '市公安局开展“践行新使命、忠诚保大庆”活动。',
      '大庆市公安局来我局交流公开经验。',
      '对口支援海西州，与大庆市公安局开展协作。',
      '2023年，青海省公安厅和海东市公安局联合培训。',
      '申请人向西宁市公安局另行提出。',
    ],
    { unit: '海东市公安局' },
  ),
  ...say('unit-name', 1, ['2023年，沁阳县林业局坚持应公开尽公开。'], { unit: '泌阳县林业局', options: { words: ['沁阳县林业局'] } }),
  ...say('placeholder', 1, [
    '全年公开信息⟦××⟧条。',
    '⟦XX⟧局召开会议⟦____⟧次。',
    '⟦（单位名称）⟧高度重视政务公开。',
    '⟦（文字描述）⟧',
    '⟦该部分以表格形式报告⟧。',
    '⟦20XX⟧年，公开信息316条。',
    '答复情况⟦【此处填写办理情况】⟧。',
    '全年公开信息⟦待填⟧条。',
    '全年公开信息⟦**⟧条，召开新闻发布会⟦***⟧次。',
    '受理申请⟦待核实⟧件，举办培训⟦待补⟧次。',
    '联系电话：⟦待补充⟧',
    '（一）主动公开 ⟦待补⟧',
    '公开渠道建设……⟦待补充⟧。',
    '政务新媒体运行情况：⟦待核实⟧。',
    '评议结果⟦（待定）⟧，整改情况⟦【待核】⟧。',
    '信息公开指南有待补充完善，公开内容尚待充实。',
    '申请材料待补件2件，其中待核实3件，均已告知；部分材料仍待填写。',
    '答复前待补条目、待核项目各有专人负责，分为已办结、待核实、待补充三类。',
    '一是目录待完善；二是指南待补充。待核实后公开。',
    '**主要做法**条目清楚，全年培训**两**次，召开发布会**三**场。',
    '张××诉县政府一案已经审结。',
    '网址：http://xxgk.example.gov.cn/xx/index.html。',
    '采购XXL号工作服20件，电话138XXXX5678。',
    '（单位公章）',
    '培训（含视频培训）2次。',
    '电话：⟦XXXX-XXXXXXX⟧，传真⟦××××-×××××××⟧。',
    '由⟦○○⟧县⟦○○⟧局编制，公开信息⟦〇〇⟧条。',
    '⟦某某⟧县林业局公开信息⟦※※⟧条、⟦【】⟧条、⟦（数字）⟧条、⟦（  ）⟧条。',
    '⟦（略）⟧',
    '⟦×月×日⟧召开会议⟦X⟧次，发布⟦{具体内容}⟧，⟦（需更新）⟧。',
    '公开⟦信息  条⟧，召开⟦会议 次⟧。',
    '全年公开信息⟦xx⟧条。',
    '咨询电话139××××1234，证号330××××××××××1234，车牌浙A×××××。',
    '隐去姓名（如李某某、张××），申请人陈××申请公开林地信息，当事人张X、李XX均已告知。',
    '二〇〇一年，公开X光检查信息20条，落实第×条，每月×次，3×20条。',
    '张某某诉某某县林业局一案，某某企业反映的问题已经答复，李某某申请公开信息。',
    '公开类别有概况  条例  动态，信息  条目清楚，每次公开一 次。',
    '第二季度（略有下降）公开20条，《通知》（略），字体：【】【】。',
  ]),
  ...say('text-latin', 1, [
    '坚持公开为常态 ⟦and⟧ 不公开为例外。',
    '完善网站⟦nbsp⟧栏目设置。',
    '政务公开⟦of⟧重点工作。',
    '公开 ⟦information⟧ 126 条。',
    '附件提供word版和excel版，制作gif动图12张，附wps文档、word 2份，下载rar压缩包。',
    '东经 ef 20 度，公众号 linye 126 条。',
    '通过APP、OA、H5和IP地址公开信息。',
    '开发微信公众号qhlyj和app各一个。',
    '邮箱 hefeng_ly@example.gov.cn，网址 www.example.gov.cn。',
    '上传pdf文件20个，pm2.5数据同步公开。',
    '公众号（hefenglinye）发布信息20条。',
    '打造“政在in身边”品牌，举办《禾丰and你》专题活动。',
    '“Hello 禾丰”专栏发布信息5条，使用WeLink开会。',
  ]),
  ...say('text-latin', 1, ['通过wan平台公开信息。'], { options: { words: ['wan'] } }),
  ...say('text-punctuation', 1, [
    '公开信息316条⟦,⟧其中概况类4条;动态类20条。',
    '公开及时、准确、全面⟦.⟧',
    '咨询电话⟦:⟧5512088。',
    '网站访问量12,000次，占比98.5%，时间8:30至17:30。',
    '“1+X”平台(APP)上线，文件见http://www.example.gov.cn/a.html。',
    '公开信息⟦(⟧含解读)20条。',
    '加强（组织领导⟦)⟧，落实责任。',
    '加强⟦(⟧组织领导），落实责任。',
    '公开（一）、（二）项，1)公开，2)受理。',
    '召开会议⟦,⟧3人参加。',
  ]),
  ...say('text-break', 1, [
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，着力提升公开的主⟦动\n\n性⟧，方便群众查阅。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，并由专人负⟦责\n\n- 3 -\n\n更⟧新。每季度检查一次。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，由专人负责更新\n\n下一步，将继续完善。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，由专人负责更新。\n\n性能检测由专人负责。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，将信息公开纳⟦入\n\n3\n\n年⟧度考核，接受评议。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，由专人负责\n\n3\n\n4\n\n更新内容，每季度检查。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，全年召开会议\n\n3\n\n次，更新内容。',
    '公开目录更新\n\n公开了目录、指南。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，由专人负责更新\n\n（六）其他工作。开展培训。',
    '林业专栏调整为五个栏目，各乡镇林业站设有查阅点，现公布如下：\n\n采伐许可公开20件。',
  ]),
  ...say('text-markup', 1, [
    '⟦**一是**⟧加强领导；⟦**二是**⟧强化培训。',
    '2**3次，评为*优秀*。',
    '加强领导⟦&nbsp;⟧落实责任。',
    '加强领导⟦<br>⟧完善制度。',
    '⟦<b>⟧一是</b>加强领导，⟦__二是__⟧开展培训。',
    '⟦##⟧加强领导，明确责任。',
    'R&D经费和话题#信息公开#的投入，报送a__b。',
  ]),
  ...say('text-doubled', 1, [
    '公开财政⟦资金资金⟧使用情况。',
    '群众⟦可通过可以通过⟧网站查阅。',
    '⟦林业信息林业信息⟧全部公开。',
    '重大政策⟦的的⟧出台。',
    '一步一步推进，一件一件办理，各级各类信息多种多样。',
    '的的确确方便了群众，点点滴滴见真情。',
    '加强政务公开公开栏建设，信息管理管理制度健全。',
    '依法依规公开，方方面面、林林总总。',
    '更新县人民政府政府信息公开指南，县政府常务会议会议纪要全部归档。',
    '吉林吉林市、海南海南州来函。',
    '盐城市城市管理局、应城市城市管理局来函。',
    '水利工程工程质量公开，小微企业企业家座谈，信访举报投诉投诉类事项，成立领导小组小组办公室。',
    '加强⟦城市城市⟧管理，通过⟦网站网站⟧发布信息，做好政府信息⟦公开公开⟧工作。',
    '完善政府网站网站地图，规范政府信息公开公开属性。',
    '⟦我局局⟧认真落实要求。',
    '报告由⟦本局局⟧，按时编制。',
    '我局局长主持，我局局主要领导参加，我办办理申请，本县县委研究，我市市政府印发。',
    '林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。\n\n⟦林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。⟧',
    '林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。\n\n林业专栏由专人负责，每个季度抽查一次并更新目录，发现的问题当月改正。',
    '林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。\n（六）其他工作。\n林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。\n⟦林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。⟧',
    '专栏由专人负责更新。\n专栏由专人负责更新。',
    '林业专栏由专人负责每个季度检查一次并更新目录，发现的问题当月改正\n\n林业专栏由专人负责每个季度检查一次并更新目录，发现的问题当月改正',
    '注：林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。\n\n注：林业专栏由专人负责，每个季度检查一次并更新目录，发现的问题当月改正。',
  ]),
  ...say('text-doubled', 1, ['郸城市城市管理局认真落实要求。'], { unit: '郸城市城市管理局' }),
  ...say('text-doubled', 1, ['哈密哈密瓜信息。'], { options: { words: ['哈密'] } }),
];

describe('rules of prose: passages', () => {
  it('there are at least sixty, a good part of them to be passed over', () => {
    const quiet = passages.filter(({ text }) => !text.includes('⟦'));
    assert.ok(
      passages.length >= 60 && quiet.length >= 40 && passages.length - quiet.length >= 30,
      `${passages.length}, ${quiet.length} quiet`,
    );
  });

  for (const passage of passages) {
    it(`${passage.rule}: ${passage.text.replaceAll('\n', '⏎')}`, () => {
      const { draft, marks } = draftOf(passage);
      const { findings } = analyze(draft, passage.options ?? {});
      const shown = ({ start, end }: { start: number; end: number }): string => `${start}–${end} ${draft.slice(start, end)}`;
      assert.deepEqual(
        findings.filter(({ rule }) => rule === passage.rule).map(({ range }) => shown(range)),
        marks.map(shown),
      );
      // Nothing is as calm as it looks if another of these rules speaks up instead.
      const others = findings.filter(({ rule, severity }) => rule !== passage.rule && severity !== 'hint' && OF_PROSE.test(rule));
      assert.deepEqual(
        others.map(({ rule, message }) => `${rule}: ${message.zh}`),
        [],
      );
    });
  }
});

const OF_PROSE = /^(?:overview-|problems-|fee-|year-stale|period|date-late|unit-name|placeholder|text-|internal-)/;

/** The draft with another text for a whole section. */
function withSection(draft: string, number: 1 | 5 | 6, text: string): string {
  const heading = { 1: '一、总体情况', 5: '五、存在的主要问题及改进情况', 6: '六、其他需要报告的事项' }[number];
  const from = draft.indexOf(`${heading}\n`) + heading.length;
  const next = { 1: '\n二、', 5: '\n六、', 6: undefined }[number];
  const to = next === undefined ? draft.length : draft.indexOf(next, from);
  return `${draft.slice(0, from)}\n\n${text}\n${draft.slice(to)}`;
}

const said = (draft: string, rule: string): string[] =>
  analyze(draft)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message.zh}`);

describe('rules of prose: whole sections', () => {
  const overviews: readonly [text: string, ...lacking: string[]][] = [
    ['公开信息316条。受理申请20件。规范性文件清理一次。网站改版。培训两次。'],
    ['主动公开信息20条；申请人均得到答复；信息资源管理有序；政务新媒体运行正常；社会评议良好。'],
    ['通过公众号发布信息316条，全年未收到政府信息公开申请，落实公开审查，接受监督检查。'],
    ['全年公开信息316条。身份证申请受理实现全区通办，公文定期清理，网站改版，培训两次。', '依申请公开'],
    ['发布信息126条，没有收到书面或者网上的申请，落实三审制，两微一端运行正常，组织机构健全。'],
    ['公开信息316条，接收申请0件，发布前层层把关，办好网站，责任落实到人。'],
    ['公开信息316条，申请人均得到答复，公文定期清理。', '政府信息公开平台建设', '监督保障'],
    ['本局各项任务圆满完成。', '主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
  ];
  for (const [text, ...lacking] of overviews) {
    it(`overview-topics: ${text}`, () => {
      const [only, ...more] = said(withSection(base, 1, text), 'overview-topics');
      assert.deepEqual(more, []);
      if (lacking.length === 0) assert.equal(only, undefined);
      else assert.ok(only?.startsWith(`warning “一、总体情况”没有写到${lacking.map((name) => `“${name}”`).join('')}，`), only);
      const [inOld] = said(withSection(older, 1, text), 'overview-topics');
      assert.equal(inOld?.split(' ')[0], lacking.length === 0 ? undefined : 'information');
    });
  }

  const problems: readonly [text: string, lacking?: string][] = [
    ['存在的主要问题：更新不及时。改进情况：已由专人检查。'],
    ['工作离群众期待还有差距。下一步将加强培训。'],
    ['一是解读形式单一；二是队伍不稳。针对上述不足，我局完善了制度。'],
    ['公开意识有待加强，栏目更新还需进一步提高。', '改进情况'],
    ['主要问题：内容不够全面，专业人员缺乏。', '改进情况'],
    ['2024年，将健全制度，拓展渠道，推进公开。', '存在的问题'],
    ['无。', '存在的问题和改进情况'],
    ['少数科室业务跟不上，栏目长期未维护。办法是：以会代训。'],
    ['个别制度流于形式，村级公开渠道偏窄。破解之道：以考促学。'],
    ['办件质量良莠不齐，录入差错时有发生。后续按月通报。'],
    ['各科室标准仍不统一，数据传递不畅，人少事多的矛盾面临多年。我局增设了专职岗位。'],
    ['案件压力较大，答复仍显粗放。工作目标：零差错。'],
    ['长效机制尚未完全建立，群众知晓率低，仍有较大提升空间。', '改进情况'],
    ['采取的举措：每季度通报一次，力争走在前列。', '存在的问题'],
    ['公开信息的质量仍有较大的提升空间。下一步将加强培训。'],
    ['经办人员精力有限，难以全面掌握政策，下一步将加强培训。'],
    ['坚持问题导向，针对人员业务水平参差不齐，加强培训。'],
    ['我局完善了更新不及时的栏目，公开不够规范的流程得到规范。'],
    ['工作还不够细致，我局不断改进。'],
    ['认识不到位，机制不完善，培训未加强。', '改进情况'],
    ['一是制度尚未健全，二是公开不规范、内容不够丰富，意识还需增强。', '改进情况'],
    ['存在推进力度不够、工作开展不平衡、落实不到位等问题。', '改进情况'],
    ['2024年，将坚持问题导向，补短板、强弱项，提高公开质量。', '存在的问题'],
    ['聚焦热点难点问题和群众关心的突出问题，加强解读，推进公开。', '存在的问题'],
    ['2023年，及时解答群众咨询的问题126个，公开质量提高。', '存在的问题'],
  ];
  for (const [text, lacking] of problems) {
    it(`problems-improvements: ${text}`, () => {
      const expected = lacking === undefined ? [] : [`warning “五、存在的主要问题及改进情况”没有写到${lacking}。请补写。`];
      assert.deepEqual(said(withSection(base, 5, text), 'problems-improvements'), expected);
    });
  }

  const fees: readonly [text: string, missing: boolean][] = [
    ['本年度没有收取政府信息公开信息处理费。', false],
    ['2023年未收取任何费用。', false],
    ['全年没有产生收费。', false],
    ['我局无政府信息公开收费及减免情况。', false],
    ['没有向申请人收取检索费、复制费、邮寄费等。', false],
    ['依申请公开行政事业性收费0元。', false],
    ['按照政府信息公开收费目录，全年未收取。', false],
    ['本年度无行政事业性收费，也未收费。', false],
    ['本年度行政事业性收费12.35万元，均按规定收取。', true],
    ['水资源费征收126万元，污水处理费收费标准已公开。', true],
    ['处理涉企收费投诉2件，减免费用126万元，无收费标准变动。', true],
    ['公开教育收费目录，免费发放宣传册300份。', true],
    ['无。', true],
    ['（无）', true],
    ['本年度没有其他需要报告的事项，工作经费足额保障。', true],
  ];
  for (const [text, missing] of fees) {
    it(`fee-statement: ${text.replaceAll('\n', '⏎')}`, () => {
      const draft = withSection(base, 6, text);
      assert.equal(said(draft, 'fee-statement').length, missing ? 1 : 0);
      assert.deepEqual(said(withSection(older, 6, text), 'fee-statement'), []);
      const analysis = analyze(draft);
      const finding = analysis.findings.find(({ rule }) => rule === 'fee-statement');
      const fix = finding && fixesOf(finding, analysis, defaultEditing)[0];
      if (!fix) return assert.equal(missing, false);
      const fixed = applyEdits(draft, fix.edits);
      assert.deepEqual(said(fixed, 'fee-statement'), []);
      // What stood there still stands there, but for a bare 无.
      assert.ok(/^（?无/.test(text) || fixed.includes(text), fixed.slice(-80));
    });
  }

  it('fees that were not paid in time ask for a word on fees', () => {
    const draft = withSection(base, 6, '无。').replace(/(2\.申请人逾期未按收费通知[^\t]*)\t0(\t0){5}\t0/, '$1\t1\t0\t0\t0\t0\t0\t1');
    assert.deepEqual(said(draft, 'fee-amount').length, 1);
    assert.deepEqual(said(withSection(draft, 6, '没有收取信息处理费。'), 'fee-amount'), []);
  });

  it('a section that is not there or is empty is the matter of other rules', () => {
    for (const number of [1, 5, 6] as const)
      for (const rule of ['overview-topics', 'problems-improvements', 'fee-statement'])
        assert.deepEqual(said(withSection(base, number, ''), rule), [], `${number} ${rule}`);
  });

  it('what stands in a further section behind 五 counts as its improvements', () => {
    const draft = withSection(base, 5, '公开不够及时，人员缺乏。\n\n七、下一步工作打算\n\n将加强培训。');
    assert.deepEqual(said(draft, 'problems-improvements'), []);
  });
});

describe('rules of prose: layouts', () => {
  it('text in elements of a page is read as text, and its fixes leave the elements alone', () => {
    const draft = `<h1>禾丰县林业局2023年政府信息公开工作年度报告</h1>\n${base
      .split('\n')
      .slice(1)
      .filter((line) => !line.includes('\t'))
      .map((line) => `<p>${line}</p>`)
      .join('\n')}\n<p>公开<b>资金</b>资金情况</p>\n<p>公开<span>资金资金</span>情况,由专人负责</p>`;
    const analysis = analyze(draft);
    const doubled = analysis.findings.filter(({ rule }) => rule === 'text-doubled');
    assert.deepEqual(
      doubled.map(({ range }) => draft.slice(range.start, range.end)),
      ['资金</b>资金', '资金资金'],
    );
    const fixes = analysis.findings
      .filter(({ rule }) => rule === 'text-doubled' || rule === 'text-punctuation')
      .flatMap((finding) => fixesOf(finding, analysis, defaultEditing));
    const fixed = applyEdits(
      draft,
      fixes.flatMap(({ edits }) => edits),
    );
    assert.ok(fixed.endsWith('<p>公开<b>资金</b>资金情况</p>\n<p>公开<span>资金</span>情况，由专人负责</p>'), fixed.slice(-100));
  });

  it('lines that a page was too narrow for are one paragraph', () => {
    const wrapped = withSection(
      base,
      6,
      '2023年，林业局严格执行有关规定，没有收取政府信息公开信息处\n理费，也没有减免的情形发生，具体情况可以在网站查\n阅。',
    );
    assert.deepEqual(said(wrapped, 'fee-statement'), []);
    const crlf = wrapped.replaceAll('\n', '\r\n');
    assert.deepEqual(said(crlf, 'fee-statement'), []);
    assert.deepEqual(said(crlf, 'text-break'), []);
  });

  it('asterisks are right in Markdown', () => {
    const plain = withSection(base, 5, '**主要问题**：更新不及时。**改进情况**：由专人检查。');
    assert.equal(said(plain, 'text-markup').length, 2);
    assert.deepEqual(said(plain.replace('一、总体情况', '## 一、总体情况'), 'text-markup'), []);
  });

  describe('a comment divides no paragraph', () => {
    const half = '（四）政府信息公开平台建设。林业专栏调整为五个栏目，各乡镇林业站都设有信息公开的查';
    const rest = '阅点，方便群众查阅，没有发生责任追究的情形。';
    const paragraphs = (between: string): string[] => {
      const draft = base.replace('\n二、主动公开', `\n${half}${between}${rest}\n\n二、主动公开`);
      const { report, findings } = analyze(draft);
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'text-break').length,
        between.includes('- 2 -') || between.includes('\n\n') ? 1 : 0,
        between,
      );
      const prose = proseOf(report);
      return prose.paragraphs.map(({ from, to }) => prose.text.slice(from, to)).filter((text) => text.startsWith('（四）'));
    };
    for (const between of [
      '\n',
      '\n<!-- 待核 -->\n',
      ' <!-- 待核 -->\n',
      '\r\n  <!-- 一 -->\r\n<!-- 二 -->\r\n',
      '\n<!-- 待核 --> <!-- 二\n三 -->\n',
    ])
      it(JSON.stringify(between), () => assert.equal(paragraphs(between).at(-1), half + rest));
    for (const between of ['\n\n', '\n<!-- 待核 -->\n\n', '\n\n<!-- 待核 -->\n', '\n<!-- 待核 -->\n- 2 -\n'])
      it(`${JSON.stringify(between)} does`, () => assert.equal(paragraphs(between).at(-1), half));
  });

  it('a comment is no text', () => {
    assert.deepEqual(said(`${base}\n<!-- 收费XX处理费 and 2月30日 -->\n`, 'placeholder'), []);
  });
});

// What grows too fast does not end before mocha gives it up.
describe('rules of prose: time', () => {
  const bodies: readonly [name: string, body: string][] = [
    ['one sentence', '全年通过政府网站公开信息3120条，其中概况类12条、答复申请35件，'],
    ['years', '2022年，'],
    ['days', '2023年1月1日至'],
    ['short paragraphs', '公开信息，工作情况说明很长很长很长的一行没有结束的段落\n\n情况如此。\n\n'],
    ['open brackets', '（请'],
    ['fees', '处理费1元'],
    ['wants', '有待'],
    ['what falls short', '推进不'],
    ['what others care for', '关心的'],
    ['names', '泌阳县林业'],
    ['stars', '公开**条'],
    ['what is to come', '待填'],
  ];
  for (const [name, body] of bodies) {
    it(`ends, however long the text: ${name}`, () => {
      const long = body.repeat(Math.ceil(600_000 / body.length));
      analyze(withSection(withSection(base, 5, long), 6, `没有收取处理费。\n${long}`));
    });
  }
});
