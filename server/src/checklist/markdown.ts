import type { Bilingual } from '../editions';
import { markdown } from '../features/hover/markup';
import { NO_REPORT } from '../reading/read';
import type { Range } from '../reading/report';
import { severityNames } from '../rules/words';
import { type Check, type Checklist, stateNames, states } from './check';
import { comma, listName, notRun } from './html';

/** The checklist as a document in Markdown: a table a group, with the lines of the draft. */
export function checklistMarkdown({ groups, counts, left, language }: Checklist, title: string, draft: string): string {
  const say = (words: Bilingual): string => words[language];
  const lines = new LineNumbers(draft);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const checkRow = ({ state, severity, name, detail, range }: Check): string => {
    const how = severity && state === 'violated' ? `${say(stateNames[state])}（${say(severityNames[severity])}）` : say(stateNames[state]);
    return row([how, markdown.text(name), markdown.text(detail), range ? String(lines.of(range)) : '']);
  };
  const head = [row(heads.map(say)), row(heads.map(() => '---'))];
  return [
    NO_REPORT,
    `# ${say(listName)} ${markdown.text(title)}`,
    states.map((state) => `${say(stateNames[state])} ${counts[state]}`).join(' · '),
    ...groups.flatMap(({ title: name, checks }) => [`## ${markdown.text(name)}`, [...head, ...checks.map(checkRow)].join('\n')]),
    ...(left.length > 0 ? [say(notRun) + left.map(markdown.text).join(say(comma))] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

const heads: readonly Bilingual[] = [
  { zh: '结果', en: 'Result' },
  { zh: '检查', en: 'Check' },
  { zh: '说明', en: 'How it stands' },
  { zh: '行', en: 'Line' },
];

/** The numbers of lines, from 1, for places in any order. */
class LineNumbers {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: feed, index }) => index + feed.length)];
  }

  of({ start }: Range): number {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= start) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
