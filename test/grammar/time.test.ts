import type { IGrammar } from 'vscode-textmate';
import { markdownGrammar, reportGrammar, tokenize } from './tokenize';

/** Editors tokenise on the thread that draws: no line may hold them up, however odd. */
/** What takes time that grows faster than the line does not end before mocha gives it up. */
const LENGTH = 200_000;

const fill = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const hostile: Readonly<Record<string, string>> = {
  blanks: fill(' '),
  'full-width blanks and a letter': `${fill('　')}一`,
  tabs: fill('\t'),
  pipes: fill('|'),
  'tabs, pipes and blanks mixed': `${fill('\t | ')}终`,
  digits: fill('7'),
  'numbers and blanks': `${fill('12 ')}终`,
  'numbers and points': fill('1.2,'),
  'cells of values': fill('0 | '),
  'cells of labels': fill('行政许可 | '),
  'one prose line': fill('全面推进政务公开工作，不断提升服务水平。'),
  'one prose line without stops': fill('全面推进政务公开工作'),
  'a label again and again': fill('本年新收政府信息公开申请数量'),
  'the beginning of a label again and again': `一、${fill('本年新收')}`,
  'a section without end': `一、${fill('总体')}`,
  'a section and its words': `三、${fill('收到处理申请')}`,
  'a sub-heading without end': `（一）${fill('情况')}`,
  'a title without end': `${fill('清河县')}2023年政府信息公开`,
  'years without end': fill('2023年'),
  numerals: fill('一二三'),
  brackets: fill('（一）'),
  'open notes': `规章\t${fill('1（')}`,
  stars: fill('*'),
  'number signs': fill('#'),
  dashes: fill('-'),
  'a delimiter row without end': `${fill('|---')}x`,
  tags: fill('<td>'),
  'tags and values': fill('<td>0</td>'),
  'an open tag': `<td ${fill('a="b" ')}`,
  'open quotes': `<td ${fill('a="')}`,
  'open comment': `<!-- gongkai-ignore ${fill('sum-row ')}`,
  entities: fill('&nbsp;'),
  'one cell and blanks': `规章${fill(' ')}x`,
  'pieces and blanks': fill('法提供  '),
  'a row and placeholders': `规章\t${fill('- ')}`,
  'a row and beginnings of heads': `规章\t${fill('申请人情')}`,
  'a row and heads': `规章\t${fill('总计 ')}`,
  'a row and open tags': `规章\t${fill('<td ')}`,
  'a row and numbers, then text': `规章\t${fill('1 ')}终`,
  'open comments': fill('<!--'),
  'a cell and numerals': `<td>${fill('一 ')}`,
};

describe('grammar: time', () => {
  let grammars: IGrammar[];
  before(async () => {
    grammars = [await reportGrammar(), await markdownGrammar()];
    for (const grammar of grammars) tokenize(grammar, '规章 | 0 |');
  });

  for (const [name, line] of Object.entries(hostile)) {
    it(`${LENGTH} characters: ${name}`, () => {
      for (const grammar of grammars) tokenize(grammar, line);
    });
  }
});
