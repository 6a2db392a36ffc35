import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../server/src/analysis/analyze';
import type { UnitKind } from '../../server/src/rules';
import { fixtures } from './fixture';

const base = readFileSync(join(fixtures, 'base', '2021.txt'), 'utf8').replace('规章\t0\t0\t0', '规章\t1\t0\t3');
const cannot = (unit: string, kind?: UnitKind): boolean => {
  const { report, findings } = analyze(base.replaceAll('禾丰县林业局', unit), kind ? { unit: kind } : {});
  assert.equal(report.unit, unit);
  return findings.some(({ rule }) => rule === 'rules-body');
};

describe('which units cannot make 规章, by their names', () => {
  for (const unit of [
    '禾丰县人民政府',
    '禾丰自治县人民政府',
    '禾丰区人民政府',
    '禾丰左旗人民政府',
    '禾丰镇人民政府',
    '禾丰乡人民政府',
    '东风街道办事处',
    '东风街道',
    '禾丰县人民政府办公室',
    '禾丰经济技术开发区管理委员会',
    '云岫省财政厅',
    '禾丰市司法局',
    '禾丰市人民政府国有资产监督管理委员会',
    '禾丰县公安局交通警察大队',
    '县教育局',
    '禾丰区政府',
    '禾丰县国防动员办公室',
    '禾丰市人民防空办公室',
    '禾丰县档案馆',
    '禾丰区地方志编纂委员会办公室',
    '禾丰海关',
    '国家税务总局禾丰县税务局',
    '国家税务总局云岫市税务局',
  ])
    it(`${unit} cannot`, () => assert.equal(cannot(unit), true));

  for (const unit of [
    '云岫省人民政府',
    '北京市人民政府',
    '广西壮族自治区人民政府',
    '内蒙古自治区人民政府办公厅',
    '延边朝鲜族自治州人民政府',
    '财政部',
    '国家林业和草原局',
    '国家发展和改革委员会',
    '国务院国有资产监督管理委员会',
    '中国人民银行',
    '海关总署',
    '广西壮族自治区政府',
    '国家税务总局',
    '国家档案局',
  ])
    it(`${unit} can`, () => assert.equal(cannot(unit), false));

  // A city may have districts or not, and an office may speak for its government: nothing is said.
  for (const unit of ['禾丰市人民政府', '禾丰市政府', '云岫省政府办公厅', '禾丰市', '禾丰市人民政府办公室', '司法局'])
    it(`${unit}: the name does not tell`, () => assert.equal(cannot(unit), false));

  describe('where the settings say what kind of unit it is', () => {
    for (const [unit, kind, expected] of [
      ['司法局', 'department', true],
      ['禾丰市人民政府办公室', 'department', true],
      ['禾丰市', 'town', true],
      ['财政部', 'department', false],
      ['国家林业和草原局', 'department', false],
      ['禾丰市人民政府', 'government', false],
      ['禾丰县人民政府', 'government', true],
    ] as const)
      it(`${unit}, a ${kind}, ${expected ? 'cannot' : 'may'}`, () => assert.equal(cannot(unit, kind), expected));
  });
});
