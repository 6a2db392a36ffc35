import { type Idle, OF_SILENCERS, type Silencer, silencersOf } from '../analysis/silencing';
import type { Edit } from '../editing/edit';
import { behindBreak, lineAt } from '../editing/source';
import type { Bilingual } from '../editions';
import type { Range } from '../reading/report';
import { ALL_EDITIONS, rule } from './rule';

export const unusedIgnore = rule({
  id: OF_SILENCERS,
  severity: 'hint',
  editions: ALL_EDITIONS,
  title: { zh: '不起作用的忽略注释', en: 'Silencer without effect' },
  explanation: {
    zh: '用注释可以忽略某一处问题。问题已经改好、规则名写错或者注释没有配对时，注释不起作用；留着会掩盖以后出现的同类问题，应当删去或改正。',
    en: 'A comment can silence a finding. Where the fault is mended, the name of the rule misspelt or a pair incomplete, it has no effect; left in place it would hide the next fault of the kind.',
  },
  fix: 'suggestion',
  *check({ idle = [] }) {
    for (const one of idle) yield { range: one.range, message: messages[one.why](one.rule ?? '') };
  },
  *fixes(finding, { report: { text } }) {
    const silencer = silencersOf(text).find(({ range }) => range.start <= finding.range.start && finding.range.end <= range.end);
    if (!silencer) return;
    const name = silencer.rules.find(({ range }) => range.start === finding.range.start);
    if (name && silencer.rules.length > 1) {
      yield {
        title: { zh: `从这条忽略注释中去掉 ${name.id}`, en: `Remove ${name.id} from this comment` },
        edits: [withoutName(silencer, name.range)],
      };
      return;
    }
    // Where a block that was left open shall end only the writer knows; what it silences would come back without it.
    if (silencer.reach === 'start' && !name && !endOf(text, silencer)) return;
    const comments = [silencer, ...(silencer.reach === 'start' && name ? [endOf(text, silencer)] : [])].filter((one) => one !== undefined);
    yield {
      title: { zh: '删去这条忽略注释', en: 'Remove this comment' },
      edits: comments.map(({ range }) => withoutComment(text, range)),
    };
  },
});

const messages: Readonly<Record<Idle['why'], (rule: string) => Bilingual>> = {
  unused: (rule) => ({
    zh: `这里没有 ${rule} 的问题，这条忽略不起作用。问题已改好的，请删去。`,
    en: `Nothing to silence here for ${rule}. Remove it if the fault is mended.`,
  }),
  'of-silencers': (rule) => ({
    zh: `注释忽略不了 ${rule}，这条忽略不起作用。不想看到这类提示的，请在设置或配置文件里关闭这条规则。`,
    en: `No comment silences ${rule}. Turn the rule off in the settings or the config file where it is not wanted.`,
  }),
  'unknown-rule': (rule) => ({
    zh: `没有“${rule}”这条规则，这条忽略不起作用。请核对规则名。`,
    en: `There is no rule “${rule}”, so that nothing is silenced. Check the name of the rule.`,
  }),
  'no-rule': () => ({
    zh: '忽略注释没有写规则名，不起作用。请写明要忽略的规则，如 sum-row；忽略全部规则写 all。',
    en: 'The comment names no rule, so that nothing is silenced. Name the rule, as sum-row; all stands for every rule.',
  }),
  'unknown-word': () => ({
    zh: '忽略注释的写法不对，不起作用。可用 gongkai-ignore-line、-next-line、-start、-end、-file。',
    en: 'The comment is not understood and has no effect. Use gongkai-ignore-line, -next-line, -start, -end or -file.',
  }),
  'never-opened': () => ({
    zh: '前面没有与此配对的 gongkai-ignore-start，这条注释不起作用。请补上或删去。',
    en: 'No gongkai-ignore-start before it goes with this comment, so that it has no effect. Add one or remove it.',
  }),
  'never-closed': () => ({
    zh: '后面没有与此配对的 gongkai-ignore-end，一直忽略到文末。请在该结束的地方补上。',
    en: 'No gongkai-ignore-end goes with this comment: it holds to the end of the draft. Add one where it shall end.',
  }),
};

/** The comment that closes a block, where none stands between. */
function endOf(text: string, start: Silencer): Silencer | undefined {
  let depth = 0;
  for (const silencer of silencersOf(text)) {
    if (silencer.range.start <= start.range.start) continue;
    if (silencer.reach === 'start') depth++;
    if (silencer.reach === 'end' && depth-- === 0) return silencer;
  }
  return undefined;
}

/** An id with the divider behind it, or before it where it is the last. */
function withoutName({ rules }: Silencer, { start, end }: Range): Edit {
  const at = rules.findIndex(({ range }) => range.start === start);
  const next = rules[at + 1]?.range.start;
  return next === undefined
    ? { range: { start: rules[at - 1]?.range.end ?? start, end }, text: '' }
    : { range: { start, end: next }, text: '' };
}

/** A comment with its line where nothing else stands in it, else with the blank before it. */
function withoutComment(text: string, { start, end }: Range): Edit {
  const first = lineAt(text, start);
  const last = lineAt(text, end);
  const alone = text.slice(first.start, start).trim() === '' && text.slice(end, last.end).trim() === '';
  // A byte order mark stays.
  const from = text[first.start] === '\ufeff' ? first.start + 1 : first.start;
  if (alone) return { range: { start: from, end: behindBreak(text, last.end) }, text: '' };
  return { range: { start: text[start - 1] === ' ' ? start - 1 : start, end }, text: '' };
}
