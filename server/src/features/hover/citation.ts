import type { Bilingual } from '../../editions';
import { chineseNumber } from '../../reading/text';

const REGULATION = '条例';
const NUMERAL = '[一二三四五六七八九十]{1,4}';
const ARTICLE = new RegExp(`第(${NUMERAL})条`, 'g');
const PARAGRAPH = new RegExp(`第(${NUMERAL})款`, 'g');
const ITEMS = new RegExp(`第((?:（${NUMERAL}）、?)+)项`, 'g');

const isArticle = (basis: string | Bilingual): basis is string => typeof basis === 'string';

/** 条例第十四条、第三十六条第（三）项: the Regulation is named once in a row of its articles. */
export function citation(basis: readonly (string | Bilingual)[], language: keyof Bilingual): string {
  const [joint, separator] = language === 'zh' ? ['', '、'] : [', ', '; '];
  return basis
    .map((one, i) => {
      if (!isArticle(one)) return one[language];
      const article = language === 'zh' ? one.slice(REGULATION.length) : inEnglish(one.slice(REGULATION.length));
      if (i > 0 && isArticle(basis[i - 1]!)) return article;
      return `${language === 'zh' ? REGULATION : 'Regulation'}${joint}${article}`;
    })
    .join(separator);
}

/** 第三十六条第（四）、（五）项 → article 36, items 4 and 5. */
function inEnglish(article: string): string {
  const number = (numeral: string): string => String(chineseNumber(numeral) ?? numeral);
  return article
    .replace(ARTICLE, (_, numeral: string) => `article ${number(numeral)}`)
    .replace(PARAGRAPH, (_, numeral: string) => `, paragraph ${number(numeral)}`)
    .replace(ITEMS, (_, list: string) => {
      const items = [...list.matchAll(/（([^）]+)）/g)].map(([, numeral]) => number(numeral!));
      return `, item${items.length > 1 ? 's' : ''} ${items.join(' and ')}`;
    })
    .replace(/article (\d+)至article /, 'articles $1 to ');
}
