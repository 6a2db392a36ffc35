import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import type { UnitKind } from '../../server/src/rules';

const base = readFileSync(join(__dirname, '..', 'fixtures', 'base', '2021.txt'), 'utf8');

describe('a report that is published late is told the time limit of its own kind of unit', () => {
  const DEPARTMENT = '部门应在次年 1 月 31 日前公布年度报告';
  const GOVERNMENT = '县级以上地方政府应在次年 3 月 31 日前公布年度报告';
  const ANY = '至迟应在次年 3 月 31 日前公布年度报告';
  const cases: readonly (readonly [unit: string, said: string, kind?: UnitKind])[] = [
    ['禾丰县林业局', DEPARTMENT],
    ['禾丰县人民政府办公室', GOVERNMENT],
    ['禾丰县人民政府', GOVERNMENT],
    ['青岚盟行政公署', GOVERNMENT],
    ['青岚地区行署办公室', GOVERNMENT],
    ['禾丰县柳溪镇人民政府', ANY],
    ['禾丰县柳溪镇政府办公室', ANY],
    ['禾丰县人民政府东门街道办事处', ANY],
    ['禾丰高新技术产业开发区管理委员会', ANY],
    ['禾丰县政务公开办公室', ANY],
    ['禾丰水务集团', ANY],
    ['禾丰水务集团', DEPARTMENT, 'department'],
    ['禾丰县柳溪镇人民政府', GOVERNMENT, 'government'],
    ['禾丰县林业局', ANY, 'town'],
  ];
  for (const [unit, said, kind] of cases) {
    it(`${unit}${kind ? `, said to be a ${kind}` : ''}`, () => {
      const text = `${base.replaceAll('禾丰县林业局', unit)}\n${unit}\n2024年4月2日\n`;
      const found = analyze(text, kind ? { unit: kind } : {}).findings.filter(({ rule }) => rule === 'date-late');
      assert.deepEqual(
        found.map(({ message }) => message.zh.split('。')[1]?.replace(/，.*/, '')),
        [said],
      );
    });
  }
});
