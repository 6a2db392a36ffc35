import { isWritten } from '../reading/signature';
import { formatOf } from './naming';
import { ALL_EDITIONS, ARTICLE_AND_NOTICE, rule } from './rule';
import { proseOf } from './text';
import { wanted } from './wanted';

export const problemsImprovements = rule({
  id: 'problems-improvements',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '五缺少问题或改进情况', en: 'Problems or improvements missing' },
  explanation: {
    zh: '“五、存在的主要问题及改进情况”既要写问题，也要写改进。只写成绩、只写问题或只写打算，都不完整。',
    en: 'Section 五 reports both the main problems and what is done about them. Achievements alone, problems alone or plans alone are not complete.',
  },
  basis: ARTICLE_AND_NOTICE,
  needs: [5],
  fix: 'none',
  options: {
    also: {
      kind: 'words',
      example: '上年',
      about: {
        zh: '本地另外要求写到的内容：每个词都要在“五”里出现。',
        en: 'What is asked for locally: each of these words is to stand in section 五.',
      },
    },
  },
  *check({ report, own }) {
    const section = report.sections.find(({ number }) => number === 5);
    const official = formatOf(report).sections.find(({ number }) => number === 5);
    if (!section || !official || !isWritten(report, section)) return;
    const { text } = proseOf(report).section(5);
    if (text === '') return;
    yield* wanted(section, official.label.text, text, own.also);
    const problems = PROBLEMS.test(text.replace(OF_OTHERS, ''));
    const improvements = IMPROVEMENTS.test(text.replace(WANTS, '').replace(FALLS_SHORT, ''));
    if (problems && improvements) return;
    const lacking = problems
      ? { zh: '改进情况', en: 'improvements' }
      : improvements
        ? { zh: '存在的问题', en: 'problems' }
        : { zh: '存在的问题和改进情况', en: 'problems and improvements' };
    yield {
      range: section.heading.range,
      message: {
        zh: `“${official.label.text}”没有写到${lacking.zh}。请补写。`,
        en: `Section “${official.label.text}” does not speak of ${lacking.en}. Add them.`,
      },
      data: { section: 5 },
    };
  },
});

const PROBLEMS =
  /问题|不足|差距|距离|短板|弱项|薄弱|欠缺|欠佳|困难|瓶颈|缺乏|缺少|缺失|短缺|紧缺|匮乏|紧张|滞后|淡薄|参差|频繁|脱节|偏[低少晚弱窄小差慢浅旧]|有偏差|单一|粗放|冷清|疏漏|瑕疵|差错|恐慌|良莠|递减|流于|打折扣|跟不上|任重道远|面临|仍有|时有(?:发生|出现)|(?:压力|难度)[较很更加]?大|亟待|有待|仍待|尚待|还需|仍需|尚需|需(?:要)?(?:进一步|继续)|[仍还尚]不|不(?:够|高|强|畅|便|统一|理想|齐|到位|及时|平衡|规范|健全|全面|完善|深|准|充分|均衡|熟|多|广|足|细|明显|清|一致|严|力|丰富|稳)|较[慢少低弱晚差浅旧窄小]|[度率]低|信息少|欠(?:合理|规范|完善|妥)|过[慢少]|未能|没有(?:做到|完善|健全|落实|形成)|(?:[尚还仍]|长期)未|未(?:及时|按时|按要求|规范|完全|充分|有效|全面)|不相?适应|需(?:要)?加强|需(?:要)?改进|存在|(?:提升|提高|改进|改善|完善|优化|进步|上升|拓展)的?空间|精力|难以|有限(?!公司|责任)/;
/** What others have or ask, and what work is guided by: 坚持问题导向, 群众关心的突出问题, 解答群众咨询的问题, 热点难点问题, 补短板、强弱项. */
const OF_OTHERS =
  /问题导向|(?:关心|关注|关切|期盼|急难愁盼|咨询|解答|反映(?:强烈|集中|突出)?)[^。；，,、\n]{0,6}问题|(?:[热难焦堵痛重]点、?){1,3}的?问题|补[齐足]?短板|强弱项/g;
/** What is wanted is said of a problem: it is no improvement. A clause of its own that says what is to be done is one. */
const WANTS =
  /(?:有待|仍待|尚待|亟待|还需|仍需|尚需|亟需|[还仍]要|(?<![，,])需要?|(?<![，,])须|待|不能|没有|未能|缺乏|不够)[^。；，,\n]{0,16}(?:加强|增强|提高|提升|改进|完善|强化|优化|加大|健全|细化|规范|改善|拓展|丰富|推进|落实|加快|建立|解决|深化)/g;
/** 机制不完善, 尚未健全, 培训未加强, 落实不到位, 推进力度不够: so are verbs that a negation turns into one. */
const FALLS_SHORT =
  /(?:不(?:够|太|尽|甚|能)?|未(?:能|及时|有效|充分|全面|真正|得到|完全)?)(?:加强|提升|提高|优化|推进|健全|完善|拓展|丰富|规范|解决|建立|制定|组织|开展|落实)|难度加大|(?:提升|提高|改进|改善|完善|优化)的?空间|(?:加强|强化|推进|落实|开展|组织|建立|制定|规范|健全|完善|优化|拓展|解决|提升)[^。；，,、\n]{0,6}不(?:够|到位|力|足|及时|平衡|均衡|充分|深|高|强|全面|规范|完善|健全|严|细|快|明显)(?!的)/g;
const IMPROVEMENTS =
  /改进|整改|改善|下一步|下步|下阶段|今后|接下来|明年|下一年|来年|将|拟|着手|力争|措施|举措|的办法|办法是|之[策道]|后续|工作(?:目标|安排)|打算|计划|对策|努力方向|加强|加大|强化|提升|提高|优化|推进|健全|完善|拓展|丰富|规范|加快|着力|解决|建立|制定|组织|开展|落实|克服|弥补|补[充齐]|配齐|拓宽|[改纠]正|约谈|积极(?!性)|努力|反思|问责|破解|出台|修订|增设|明确了|完成了|正在|已/;
