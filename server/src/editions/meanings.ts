import type { Bilingual, Meaning, SectionNumber } from './edition';

/**
 * What the sections, rows and columns of the official formats count, phrased for hovers and rule pages. The ids are
 * those of the rows and columns; where one id means two things in two tables, the second has a name of its own here.
 * 条例 is the Regulation on the Disclosure of Government Information (国务院令第711号).
 */
const meaning = (
  zh: string,
  en: string,
  basis: readonly (string | Bilingual)[] = [],
  mistakes?: readonly [zh: string, en: string],
): Meaning => ({
  counts: { zh, en },
  ...(basis.length > 0 ? { basis } : {}),
  ...(mistakes ? { mistakes: { zh: mistakes[0], en: mistakes[1] } } : {}),
});

const requestsReported = '条例第五十条第一款第（二）项';
const disputesReported = '条例第五十条第一款第（三）项';
const remedies = '条例第五十一条';
const relations = { zh: '表头勾稽关系', en: 'the relations in the head of the table' };
const feeNotice = {
  zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  en: 'Measures on the information processing fee (State Council Office Letter No. 109, 2020)',
};

export const sectionMeanings = {
  1: meaning(
    '概括本年度的政府信息公开工作，通常依次写主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障五个方面；各级人民政府还要写明工作考核、社会评议和责任追究的结果。',
    'An account of the year: proactive disclosure, disclosure on request, management of information, platforms, and supervision; governments add the results of appraisal, public review and accountability.',
    ['条例第四十九条', '条例第五十条第一款第（四）项'],
    [
      '五个方面写不全；只有空话，没有本年度的事实和数字；文中件数与后面的表格不一致。',
      'Some of the five topics are left out; generalities instead of facts and figures; numbers that differ from the tables below.',
    ],
  ),
  2: meaning(
    '用一张表报告规章和行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费等主动公开的数据，各栏均须填写，没有的填“0”。',
    'One table with the figures on rules, normative documents, licences, penalties, coercive measures and charges. Every cell is filled in; nothing happened is written 0.',
    ['条例第二十条', '条例第五十条第一款第（一）项'],
    [
      '沿用旧格式的表格；把表格做成图片；没有发生的事项留空不填。',
      'The table of the former format is used again; the table is an image; cells are left blank.',
    ],
  ),
  3: meaning(
    '用一张表报告收到多少件政府信息公开申请、分别怎样办理、还有多少件转入下一年。按申请人类别分列，行与行、列与列之间须能对上。',
    'One table: how many requests came in, how each was decided and how many go into the next year, by kind of applicant. Rows and columns must agree with each other.',
    [requestsReported],
    [
      '新收与结转相加不等于办理总数与结转下年之和；总计一栏只抄不算；没有发生的留空不填。',
      'New and carried-over requests do not equal processed and outstanding ones; totals copied, not computed; blanks for 0.',
    ],
  ),
  4: meaning(
    '用一张表报告因政府信息公开工作被申请行政复议、被提起行政诉讼的件数和结果。只计政府信息公开引起的案件，不计本机关的其他复议、诉讼。',
    'One table: administrative reviews and lawsuits about information disclosure, by outcome. Other disputes of the authority are not counted.',
    [disputesReported, remedies],
    ['把全部行政复议、行政诉讼案件都填入；总计漏填。', 'All the disputes of the authority are counted; totals left out.'],
  ),
  5: meaning(
    '写本年度工作中存在的主要问题，以及针对这些问题已经采取或将要采取的改进措施，两者缺一不可。',
    'The main problems of the year and what has been or will be done about them; both are required.',
    ['条例第五十条第一款第（四）项'],
    ['只写问题或只写措施；与上一年度的报告雷同。', 'Problems without measures or the reverse; the text of last year again.'],
  ),
  6: meaning(
    '写前五部分没有包括而应当报告的事项。从2021年度的报告起，应说明收取政府信息公开信息处理费的情况，没有收取也要写明。',
    'Matters that the other sections do not cover. From the report on 2021 on, the information handling fee is reported here, also when none was charged.',
    ['条例第五十条第一款第（五）项', feeNotice],
    ['只写一个“无”字；把本部分换成“下一步工作打算”。', 'Nothing but 无; plans for next year put in its place.'],
  ),
} as const satisfies Record<SectionNumber, Meaning>;

export const rowMeanings = {
  received: meaning(
    '统计年度（1月1日至12月31日）内收到的政府信息公开申请件数，不包括上一年收到、转入本年继续办理的申请。',
    'Requests received between 1 January and 31 December of the year; those carried over from the year before are not among them.',
    ['条例第二十七条', '条例第二十九条', '条例第三十一条'],
    [
      '把上年结转的件数加进来；申请人补正后又计一件；把咨询、留言、信访当作申请。',
      'Requests carried over are added; a corrected request is counted again; enquiries, messages and petitions are counted as requests.',
    ],
  ),
  carriedIn: meaning(
    '上一年收到、到上一年12月31日还没有办结而转入本年办理的申请件数，应与上一年报告中的“四、结转下年度继续办理”逐栏相同。',
    'Requests received the year before and still open on its last day. Each column equals the row “carried over to next year” in the report before.',
    [requestsReported],
    [
      '与上一年报告的结转数不同；上年没有未办结的却留空，应填“0”。',
      'Differs from the figure in the report before; left blank where 0 is meant.',
    ],
  ),
  granted: meaning(
    '所申请的信息全部提供给申请人，或者信息已经主动公开、告知申请人从哪里和怎样获取的件数。',
    'Requests answered in full, or, where the information is public already, by telling where and how to get it.',
    ['条例第三十六条第（一）项', '条例第三十六条第（二）项'],
    [
      '信息已经主动公开、只告知查询途径的，误填入“（四）无法提供”。',
      'Requests for information that is already public are entered under “cannot be provided”.',
    ],
  ),
  partial: meaning(
    '一件申请所涉信息中，能公开的部分已经提供、不应公开的部分没有提供的件数。这样的申请只计在这一行。',
    'Requests where the part that may be disclosed was provided and the rest was not. Such a request is counted in this row only.',
    ['条例第三十七条'],
    [
      '同一件申请在“（三）不予公开”中再计一次，使办理总数偏大。',
      'The same request is counted again under “refused”, so that the total comes out too high.',
    ],
  ),
  'denied.secret': meaning(
    '所申请的信息已经依法定密，因属于国家秘密而不予公开的件数。',
    'Requests refused because the information has been classified as a state secret by law.',
    ['条例第十四条', '条例第三十六条第（三）项'],
    ['没有定密的内部资料、工作秘密误填在这里。', 'Internal material that is not classified is entered here.'],
  ),
  'denied.prohibited': meaning(
    '有法律或者行政法规的条文明确禁止公开，据此不予公开的件数。',
    'Requests refused because a statute or an administrative regulation expressly forbids disclosure.',
    ['条例第十四条', '条例第三十六条第（三）项'],
    ['以规章、地方性文件或者部门规定作为禁止公开的依据。', 'Departmental rules or local documents are taken for such a prohibition.'],
  ),
  'denied.security': meaning(
    '公开以后可能损害国家安全、公共安全、经济安全或者社会稳定，因而不予公开的件数。',
    'Requests refused because disclosure could endanger national, public or economic security or social stability.',
    ['条例第十四条', '条例第三十六条第（三）项'],
  ),
  'denied.thirdParty': meaning(
    '信息涉及商业秘密、个人隐私等第三方权益，第三方不同意公开，而不公开也不会对公共利益造成重大影响，因而不予公开的件数。',
    'Requests refused to protect trade secrets, privacy or other rights of a third party who objects, where no major public interest demands disclosure.',
    ['条例第十五条', '条例第三十二条', '条例第三十六条第（三）项'],
    [
      '征求第三方意见后提供了一部分的，应计入“（二）部分公开”。',
      'Where a part was provided after the third party was heard, the request belongs to “partly granted”.',
    ],
  ),
  'denied.internal': meaning(
    '信息属于人事管理、后勤管理、内部工作流程这三类内部事务，因而不予公开的件数。',
    'Requests refused because the information concerns staff, logistics or internal procedure.',
    ['条例第十六条第一款', '条例第三十六条第（三）项'],
    [
      '与下一行的过程性信息相混：讨论、请示等材料不属于内部事务。',
      'Mixed up with the next row: drafts and consultations are not internal affairs.',
    ],
  ),
  'denied.deliberative': meaning(
    '信息是履行行政管理职能中形成的讨论记录、过程稿、磋商信函或者请示报告，因而不予公开的件数。',
    'Requests refused because the information is a record of discussion, a draft, a letter of consultation or a submission to superiors.',
    ['条例第十六条第二款', '条例第三十六条第（三）项'],
    [
      '与上一行的内部事务信息相混；法律、法规、规章规定应当公开的过程性信息仍应公开。',
      'Mixed up with the row before; such papers are disclosed where a law or rule demands it.',
    ],
  ),
  'denied.enforcement': meaning(
    '信息属于行政执法案卷，因而不予公开的件数；法律、法规、规章规定应当公开的除外。',
    'Requests refused because the information belongs to the file of a case of administrative enforcement, unless a law or rule demands disclosure.',
    ['条例第十六条第二款', '条例第三十六条第（三）项'],
  ),
  'denied.inquiry': meaning(
    '申请的是工商登记、不动产登记等资料，其查询另有法律、行政法规规定，已告知申请人依照该规定办理的件数。',
    'Requests for registers (companies, real estate and the like) to which a law of its own gives access; the applicant was referred to that law.',
    ['条例第三十六条第（七）项'],
    ['误填入“本机关不掌握相关政府信息”。', 'Entered under “not held by this authority”.'],
  ),
  'unavailable.notHeld': meaning(
    '经检索没有所申请的信息，或者信息不由本机关负责公开，已告知申请人并说明理由的件数。',
    'Requests for information that a search did not find, or that another authority has to disclose; the applicant was told so with reasons.',
    ['条例第三十六条第（四）项', '条例第三十六条第（五）项'],
    [
      '把应当依照登记查询规定办理的、已经主动公开的申请也计在这里。',
      'Inquiries of registers and requests for information that is public already are counted here.',
    ],
  ),
  'unavailable.toBeMade': meaning(
    '没有现成的信息，要经过加工、分析才能形成，因而没有提供的件数。',
    'Requests for information that does not exist as such and would have to be compiled or analysed first.',
    ['条例第三十八条'],
  ),
  'unavailable.unclear': meaning(
    '申请人已经补正，但申请内容仍然不明确，因而无法提供的件数。',
    'Requests that remained unclear after the applicant had corrected them.',
    ['条例第三十条'],
    [
      '申请人逾期没有补正的，应计入“（六）其他处理”，不计在这里。',
      'Where the applicant did not correct the request in time, it belongs to “otherwise processed”.',
    ],
  ),
  'rejected.petition': meaning(
    '以申请公开信息的形式进行信访、投诉、举报，已告知不作为政府信息公开申请处理、可以通过相应渠道提出的件数。',
    'Petitions, complaints and reports in the guise of a request; the applicant was referred to the proper channel.',
    ['条例第三十九条第一款'],
    [
      '把所有来信来访都计在这里：没有以申请形式提出的，本来就不应计入本表。',
      'All letters and visits are counted; what was never filed as a request does not belong in this table.',
    ],
  ),
  'rejected.duplicate': meaning(
    '此前已经答复，同一申请人又申请相同的信息，已告知不予重复处理的件数。',
    'Requests for the same information by the same applicant after an answer had been given.',
    ['条例第三十六条第（六）项'],
    ['不同申请人申请相同的信息，不是重复申请。', 'The same request by another applicant is no duplicate.'],
  ),
  'rejected.publication': meaning(
    '要求提供政府公报、报刊、书籍等公开出版物，已告知获取途径的件数。',
    'Requests for gazettes, newspapers, books and other publications; the applicant was told how to get them.',
    ['条例第三十九条第二款'],
  ),
  'rejected.excessive': meaning(
    '申请的数量、频次明显超出合理范围，经要求说明理由后认为理由不合理，已告知不予处理的件数。',
    'Requests clearly beyond a reasonable number or frequency, where the reasons given on demand were not convincing.',
    ['条例第三十五条'],
    ['没有要求申请人说明理由就计在这里。', 'Entered here although the applicant was never asked for reasons.'],
  ),
  'rejected.confirmation': meaning(
    '申请人已经取得有关信息，又要求行政机关对其内容加以确认、盖章或者再出具一份，不予处理的件数。',
    'Requests to confirm, stamp or issue again information that the applicant already has.',
  ),
  otherwise: meaning(
    '前面各项都不能归入的办理结果的件数，例如申请人撤回、放弃申请。',
    'Requests with an outcome that none of the groups above covers, for instance withdrawn or abandoned ones.',
    [requestsReported],
    [
      '为了凑平总数而填；漏填，使“（七）总计”小于实际办理件数。',
      'Used to make the sums agree; left out, so that the total of processed requests comes out too low.',
    ],
  ),
  'otherwise.uncorrected': meaning(
    '已通知申请人补正，申请人没有正当理由逾期不补正，视为放弃申请而不再处理的件数。',
    'Requests regarded as abandoned because the applicant, told to correct them, let the time limit pass without good reason.',
    ['条例第三十条'],
    [
      '补正了但内容仍不明确的，应计入“（四）无法提供”的第3项。',
      'A request that was corrected but remained unclear belongs to item 3 of “cannot be provided”.',
    ],
  ),
  'otherwise.unpaid': meaning(
    '已发出收费通知，申请人逾期没有缴纳信息处理费，视为放弃申请而不再处理的件数。',
    'Requests regarded as abandoned because the applicant did not pay the handling fee in time after a notice of charge.',
    ['条例第四十二条', feeNotice],
    ['这里填了数，第六部分却没有说明信息处理费。', 'A figure stands here, but section 6 says nothing of the handling fee.'],
  ),
  'otherwise.other': meaning(
    '不能归入以上任何一项的件数，申请人主动撤回的也计在这里。',
    'Requests that fit none of the rows above, among them those that the applicant withdrew.',
    [requestsReported],
  ),
  processed: meaning(
    '本年度作出处理决定的全部申请件数，不论是本年新收还是上年结转的，等于（一）至（六）各行之和。',
    'All requests decided within the year, new ones and carried-over ones alike: the sum of the rows of groups （一） to （六）.',
    [requestsReported, relations],
    [
      '漏加“（六）其他处理”；只算本年新收的；把结转下年的也加进来。',
      '“Otherwise processed” is left out of the sum; only new requests are counted; those still open are added.',
    ],
  ),
  carriedOut: meaning(
    '到本年12月31日还没有办结、转入下一年继续办理的申请件数，下一年报告的“二、上年结转政府信息公开申请数量”应与此相同。',
    'Requests still open on 31 December. The row “carried over from last year” of the next report equals it.',
    [requestsReported, relations],
    ['年底未办结而又已计入办理结果，两边重复。', 'A request that is still open is counted among the processed ones as well.'],
  ),
  rules: meaning(
    '部门规章和地方政府规章。只有国务院部门、省级人民政府、设区的市和自治州的人民政府能够制定；其他机关填“0”。',
    'Departmental rules and rules of local governments. Only ministries, provinces, cities with districts and autonomous prefectures can make them; all others write 0.',
    ['条例第二十条第（一）项'],
    [
      '没有规章制定权的县级政府、乡镇、街道或者部门填了数；把单位内部的规章制度计入。',
      'A county, town, street office or local bureau enters a figure; house rules of the authority are counted.',
    ],
  ),
  normative: meaning(
    '规章以外，行政机关依职权制发、对公众具有普遍约束力并能反复适用的公文；内部管理文件、人事任免、通报以及单纯转发的文件不计。',
    'Documents other than rules that bind the public generally and apply repeatedly; internal papers, appointments, circulars and mere forwarding are not counted.',
    ['条例第二十条第（一）项'],
    ['把网站上公开的所有文件都计入。', 'Every document published on the site is counted.'],
  ),
  licensing: meaning(
    '行政许可。按本机关对外作出的许可决定计件，准予和不予许可的都计。',
    'Administrative licences, counted by decisions that the authority made, whether granted or refused.',
    ['条例第二十条第（五）项'],
    [
      '把许可事项的个数或者网上公示的条数当作决定数量。',
      'The number of kinds of licence or of postings is taken for the number of decisions.',
    ],
  ),
  services: meaning(
    '行政许可以外对外办理的管理和服务事项，例如行政确认、行政给付、备案和公共服务。',
    'Other matters of administration and service for the public: confirmations, benefits, filings, public services.',
    ['条例第二十条第（五）项'],
  ),
  penalty: meaning(
    '行政处罚。按本机关作出的处罚决定计件。',
    'Administrative penalties, counted by decisions.',
    ['条例第二十条第（六）项'],
    ['填成权责清单中处罚事项的个数，或者只填已经上网公示的件数。', 'The number of kinds of penalty, or only those published, is entered.'],
  ),
  coercion: meaning(
    '行政强制，包括行政强制措施和行政强制执行。按作出的决定计件。',
    'Administrative coercion: coercive measures and compulsory execution, counted by decisions.',
    ['条例第二十条第（六）项'],
    ['与行政处罚合并填写；填成强制事项的个数。', 'Added to the penalties; the number of kinds of measure is entered.'],
  ),
  fees: meaning(
    '行政事业性收费，即依法律、法规等向特定对象收取的费用。与政府信息公开信息处理费无关，后者写入第六部分。',
    'Administrative charges levied by law. They have nothing to do with the fee for handling information requests, which section 6 reports.',
    ['条例第二十条第（八）项'],
    ['把信息处理费填在这里；把税收、罚没收入计入。', 'The information handling fee is entered here; taxes and fines are counted.'],
  ),
  procurement: meaning(
    '政府集中采购，即纳入集中采购目录、委托集中采购机构办理的采购。',
    'Centralised government procurement: purchases in the central catalogue that a procurement agency carries out.',
    ['条例第二十条第（九）项'],
    [
      '把部门分散采购、零星采购也计入；有项目没有金额，或者有金额没有项目。',
      'Decentralised and petty purchases are counted; items without an amount or the reverse.',
    ],
  ),
  review: meaning(
    '因政府信息公开工作被申请行政复议的案件，按结果分列。',
    'Administrative reviews of decisions on information disclosure, by outcome.',
    [disputesReported, remedies],
    ['把本机关作为复议机关审理的案件也计入。', 'Cases that the authority decided as the reviewing authority are counted.'],
  ),
  'litigation.direct': meaning(
    '申请人没有经过行政复议、直接向法院起诉的政府信息公开案件，按结果分列。',
    'Lawsuits about information disclosure brought without a prior administrative review, by outcome.',
    [disputesReported, remedies],
    ['同一案件在“复议后起诉”中又计一次。', 'The same case is counted again under “after review”.'],
  ),
  'litigation.afterReview': meaning(
    '经过行政复议、对复议结果不服再向法院起诉的政府信息公开案件，按结果分列。',
    'Lawsuits about information disclosure brought after an administrative review, by outcome.',
    [disputesReported, remedies],
    ['同一案件在“未经复议直接起诉”中又计一次。', 'The same case is counted again under “without review”.'],
  ),
} as const satisfies Record<string, Meaning>;

export const columnMeanings = {
  natural: meaning(
    '以个人名义提出申请的公民。',
    'Citizens who apply in their own name.',
    ['条例第二十七条'],
    [
      '由代理人代为提出的，按申请人本人的类别计，不按代理人计。',
      'A request filed by an agent counts for the applicant, not for the agent.',
    ],
  ),
  business: meaning('公司、合伙企业、个体工商户等从事经营活动的申请人。', 'Companies, partnerships, sole traders and other businesses.', [
    '条例第二十七条',
  ]),
  research: meaning(
    '从事科学研究的机构，包括研究院所和以研究名义申请的高等学校。',
    'Research institutions, among them universities that apply for research.',
    ['条例第二十七条'],
  ),
  welfare: meaning(
    '社会团体、基金会、社会服务机构等公益性组织。',
    'Associations, foundations, social service agencies and other organisations for the public good.',
    ['条例第二十七条'],
  ),
  legal: meaning(
    '律师事务所、公证机构等提供法律服务的机构。',
    'Law firms, notaries and other providers of legal services.',
    ['条例第二十七条'],
    [
      '律师受个人委托、以当事人名义提出的申请，应计入“自然人”。',
      'A request by a lawyer in the name of a private client counts as one of a natural person.',
    ],
  ),
  other: meaning('不能归入前四类的法人或者其他组织。', 'Legal persons and organisations of none of the four kinds before.', [
    '条例第二十七条',
  ]),
  total: meaning(
    '本行六类申请人件数之和。',
    'The sum of the six kinds of applicants in the row.',
    [relations],
    ['改了分项没有改总计；照抄上一行的总计。', 'A part was changed but not the total; the total of the row above was copied.'],
  ),
  issued: meaning(
    '本年度内制定并印发的件数。',
    'Documents made and issued within the year.',
    ['条例第二十条第（一）项'],
    [
      '把转发的上级文件计入；把修改、重新公布的旧文件重复计入。',
      'Forwarded documents of higher authorities, or old ones that were only republished, are counted.',
    ],
  ),
  repealed: meaning('本年度内宣布废止、失效的件数。', 'Documents repealed or declared no longer valid within the year.', [
    '条例第二十条第（一）项',
  ]),
  inForce: meaning(
    '到本年12月31日仍然有效的全部件数，不论哪一年制发。',
    'All documents still in force on 31 December, whatever year they were issued in.',
    ['条例第二十条第（一）项'],
    [
      '只填本年制发的件数；与上一年的现行有效件数、本年制发和废止件数对不上。',
      'Only those of the year are counted; the figure does not follow from last year’s and from those issued and repealed.',
    ],
  ),
  decisions: meaning(
    '本年度内作出的处理决定件数。',
    'Decisions made within the year.',
    ['条例第二十条第（五）项', '条例第二十条第（六）项'],
    [
      '填成“上一年项目数量”与“本年增/减”之和：这一栏计决定，不计事项；填成公开的条数。',
      'The sum of last year’s items and the change is entered, but the column asks for decisions, not items; or the number of postings.',
    ],
  ),
  decisionsOfYear: meaning(
    '本年度内作出的处理决定件数，每作出一份决定计一件。',
    'Decisions made within the year, one for each decision document.',
    ['条例第二十条第（五）项', '条例第二十条第（六）项'],
    ['填成事项的个数，或者网上公示的条数。', 'The number of kinds of matter or of postings is entered.'],
  ),
  feesOfYear: meaning(
    '本年度实际收取的金额，以万元为单位，可以带小数。',
    'The amount collected within the year, in units of 10,000 yuan; decimals are allowed.',
    ['条例第二十条第（八）项'],
    [
      '以元为单位填写，金额大了一万倍；填成收费项目的个数；把信息处理费计入。',
      'Written in yuan, ten thousand times too high; the number of kinds of charge is entered; the information handling fee is counted.',
    ],
  ),
  made: meaning('本年度内新制作的件数。', 'Documents newly made within the year.', ['条例第二十条第（一）项']),
  published: meaning(
    '本年度内新公开的件数，往年制作、本年才公开的也计。',
    'Documents published within the year for the first time, also those made in earlier years.',
    ['条例第二十条第（一）项'],
    ['大于“对外公开总数量”。', 'Greater than the total published.'],
  ),
  publishedTotal: meaning(
    '到本年底累计对外公开的件数，包括往年公开的。',
    'All documents published up to the end of the year, those of earlier years included.',
    ['条例第二十条第（一）项'],
    [
      '只填本年公开的；与2021年格式的“现行有效件数”混同。',
      'Only those of the year; mistaken for the documents in force that the format of 2021 asks for.',
    ],
  ),
  previous: meaning(
    '到上一年底本机关此类事项的项目数量。',
    'The number of kinds of matter at the end of the year before.',
    ['条例第二十条'],
    ['填成上一年办理的件数：这一栏计事项，不计办件。', 'The cases handled last year are entered, but the column asks for kinds of matter.'],
  ),
  change: meaning(
    '本年度事项数量比上一年底增加或者减少多少，写明方向，例如“增 3”“减 2”；没有变化填“0”。',
    'By how many the kinds of matter grew or shrank within the year, with the direction, such as 增 3, 减 2 or 0.',
    ['条例第二十条'],
    [
      '只写数字，看不出增减；减少的数量大于上一年的数量；填成办件量的增减。',
      'A number without direction; a decrease greater than last year’s number; the change of cases instead of matters.',
    ],
  ),
  items: meaning(
    '本年度集中采购的项目数量。',
    'Items of centralised procurement within the year.',
    ['条例第二十条第（九）项'],
    ['有金额而项目数量为“0”。', '0 items although an amount is given.'],
  ),
  purchases: meaning(
    '本年度集中采购的总金额，须写明单位“元”或者“万元”。',
    'The amount of centralised procurement within the year, with its unit, yuan (元) or 10,000 yuan (万元).',
    ['条例第二十条第（九）项'],
    ['没有写单位；只写“万”，漏了“元”。', 'No unit; 万 without 元.'],
  ),
  upheld: meaning(
    '复议或者诉讼结果维持了原行政行为的件数，法院驳回原告诉讼请求的也计。',
    'Cases in which the decision was upheld, among them claims that the court rejected.',
    [disputesReported],
  ),
  corrected: meaning(
    '原行政行为被撤销、变更、确认违法，或者被责令履行的件数。',
    'Cases in which the decision was annulled, altered or found unlawful, or the authority was ordered to act.',
    [disputesReported],
  ),
  otherOutcome: meaning(
    '以其他方式结案的件数，例如撤回、终止、不予受理、调解。',
    'Cases that ended otherwise: withdrawn, terminated, not admitted, settled.',
    [disputesReported],
  ),
  pending: meaning(
    '到本年12月31日还没有审结的件数。',
    'Cases still open on 31 December.',
    [disputesReported],
    ['下一年审结的案件在当年填入结果，却又仍留在尚未审结。', 'A case is given an outcome and still counted as pending.'],
  ),
  totalOutcomes: meaning(
    '同组前四项（维持、纠正、其他、未审结）之和。',
    'The sum of the four outcomes of the group.',
    [disputesReported],
    ['漏填；没有把尚未审结的加进来。', 'Left out; the pending cases are not added.'],
  ),
} as const satisfies Record<string, Meaning>;

/** Of labels that are neither row nor column: groups, titles of blocks, corners. */
export const labelMeanings = {
  results: meaning(
    '本年度作出处理决定的全部申请，不论是本年新收的还是上年结转的，按办理结果分列；一件申请只计在一行。',
    'All requests decided within the year, new ones and carried-over ones alike, by outcome. A request is counted in one row only.',
    [requestsReported],
    [
      '只计本年新收的，漏了上年结转、本年办结的；一件申请计入两行。',
      'Requests carried over and decided this year are left out; a request is counted in two rows.',
    ],
  ),
  denied: meaning(
    '信息存在，但依法不公开的申请，按不公开的理由分列八行。',
    'Requests for information that exists but is not disclosed by law, in eight rows by reason.',
    ['条例第十四条至第十六条', '条例第三十六条第（三）项'],
    [
      '提供了一部分的应计入“（二）部分公开”，不在这里再计。',
      'A request that was granted in part belongs to “partly granted” and is not counted here again.',
    ],
  ),
  unavailable: meaning(
    '本机关没有、要另行制作，或者申请内容始终不明确，因而无法提供信息的申请。',
    'Requests that cannot be met: the information is not held, would have to be made, or the request remained unclear.',
    ['条例第三十条', '条例第三十六条第（四）、（五）项', '条例第三十八条'],
    ['已经主动公开、只需告知获取途径的，应计入“（一）予以公开”。', 'Requests for information that is public already belong to “granted”.'],
  ),
  rejected: meaning(
    '不作为政府信息公开申请处理、已告知申请人的申请，例如信访投诉、重复申请、索要公开出版物。',
    'Requests that are not processed as such and whose applicants were told so: petitions, duplicates, publications and the like.',
    ['条例第三十五条', '条例第三十六条第（六）项', '条例第三十九条'],
    [
      '与“（六）其他处理”相混：申请人逾期不补正、不缴费的，计入（六）。',
      'Mixed up with “otherwise processed”: requests not corrected or paid for in time belong there.',
    ],
  ),
  otherwise: meaning(
    '前五类都不能归入的办理结果。2021年起分列三行；2019年格式只有一行，填三行之和。',
    'Outcomes that none of the five groups covers. Three rows since the format of 2021; in that of 2019 one row, their sum.',
    ['条例第三十条', '条例第四十二条'],
    ['“（七）总计”漏加本组各行。', 'The rows of this group are left out of the total of results.'],
  ),
  applicants: meaning(
    '按申请人的类别分列：自然人，以及五类法人或其他组织；最后一栏是六类之和。',
    'By kind of applicant: natural persons and five kinds of organisations; the last column is the sum of the six.',
    ['条例第二十七条'],
    ['由代理人提出的，按代理人而不是按申请人本人归类。', 'Requests filed by an agent are sorted by the agent instead of the applicant.'],
  ),
  organisations: meaning(
    '以单位名义提出申请的，按单位的性质分为五类，每件只归一类。',
    'Requests in the name of an organisation, in five kinds; each request belongs to one.',
    ['条例第二十七条'],
  ),
  litigation: meaning(
    '因政府信息公开工作被提起行政诉讼的案件，分为未经复议直接起诉的和复议后起诉的，同一案件只计一处。',
    'Lawsuits about information disclosure: those brought without a review and those after one; a case is counted once.',
    [disputesReported, remedies],
    ['同一案件在两处都计。', 'The same case is counted in both.'],
  ),
  rulesAndDocuments: meaning(
    '行政法规、规章和规范性文件。本表统计规章和规范性文件的件数。',
    'Regulations, rules and normative documents. The table counts rules and normative documents.',
    ['条例第二十条第（一）项'],
  ),
  licences: meaning(
    '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果。',
    'Licences and other matters handled for the public: basis, conditions, procedure and results.',
    ['条例第二十条第（五）项'],
  ),
  penalties: meaning(
    '实施行政处罚、行政强制的依据、条件、程序，以及本机关认为具有一定社会影响的行政处罚决定。',
    'Penalties and coercive measures: basis, conditions and procedure, and penalties that concern the public.',
    ['条例第二十条第（六）项'],
  ),
  charges: meaning('行政事业性收费的项目及其依据、标准。', 'Administrative charges, their basis and their rates.', [
    '条例第二十条第（八）项',
  ]),
  purchasing: meaning(
    '政府集中采购项目的目录、标准及实施情况。',
    'Centralised government procurement: catalogue, standards and how it was carried out.',
    ['条例第二十条第（九）项'],
  ),
  information: meaning(
    '这一列写各行的名称，右边各列填件数或者金额，没有的填“0”。',
    'This column names the rows; counts or amounts stand to the right, 0 where nothing happened.',
  ),
  balance: meaning(
    '对每一列都成立的勾稽关系：一（本年新收）加二（上年结转），等于三的（七）总计加四（结转下年度）。',
    'What holds in every column: 一 (new) plus 二 (carried in) equals （七） of 三 (processed) plus 四 (carried out).',
    [relations],
    ['只核对了“总计”一列，各类申请人的列没有逐一核对。', 'Only the column of totals is checked, not that of every kind of applicant.'],
  ),
  title: meaning(
    '标题由单位全称、报告的年份和“政府信息公开工作年度报告”组成。年份是所报告的年份，不是发布的年份。',
    'The title is made of the full name of the authority, the year reported on and 政府信息公开工作年度报告. The year is not that of publication.',
    ['条例第四十九条', '条例第五十条'],
    ['写成发布的年份；“年度”写两次；漏了“工作”。', 'The year of publication; 年度 twice; 工作 left out.'],
  ),
} as const satisfies Record<string, Meaning>;
