import type { Meaning } from './edition';

/** What the sections, rows and columns of the official formats count. The ids are those of the rows and columns. */
const meaning = (zh: string, en: string, basis: string[] = [], mistakes?: [zh: string, en: string]): Meaning => ({
  counts: { zh, en },
  ...(basis.length > 0 ? { basis } : {}),
  ...(mistakes ? { mistakes: { zh: mistakes[0], en: mistakes[1] } } : {}),
});

export const rowMeanings = {
  received: meaning('统计年度内收到的申请件数', 'Requests received within the year'),
} as const satisfies Record<string, Meaning>;
