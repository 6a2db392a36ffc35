import type { Bilingual } from '../editions';

/** What the preview says for itself. */
export const words = {
  noReport: {
    zh: '这份文件没有读作年度报告：写上标题“××单位20××年政府信息公开工作年度报告”，预览就会出现。',
    en: 'This file is not read as an annual report. Write its title, and the preview appears.',
  },
  noTitle: { zh: '（没有标题）', en: '(no title)' },
  noFindings: { zh: '没有发现问题', en: 'No problems found' },
  notFound: { zh: '没有读到', en: 'not found' },
  unaligned: { zh: '对不上列', en: 'does not fit the columns' },
  beside: { zh: '表中还有', en: 'Also in the table' },
  otherTable: { zh: '其他表格', en: 'Another table' },
} as const satisfies Record<string, Bilingual>;

export const findingsHead = (count: number): Bilingual => ({
  zh: `问题 ${count} 处`,
  en: count === 1 ? '1 problem' : `${count} problems`,
});

export const sectionMissing = (label: string): Bilingual => ({ zh: `缺“${label}”`, en: `“${label}” is missing` });

export const tableMissing = (name: Bilingual): Bilingual => ({
  zh: `缺规定的表：${name.zh}`,
  en: `The official table is missing: ${name.en}`,
});

export const tableUnreadable = (name: Bilingual): Bilingual => ({
  zh: `${name.zh}读不完整，原文照列如下`,
  en: `${name.en} cannot be read as a whole; what stands there follows`,
});
