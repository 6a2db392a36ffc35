import { cellPlace } from './naming';
import { ALL_EDITIONS, rule, type UnitKind } from './rule';

export const rulesBody = rule({
  id: 'rules-body',
  severity: 'warning',
  editions: ALL_EDITIONS,
  title: { zh: '没有规章制定权的单位填了规章', en: 'Rules by a body that cannot make rules' },
  explanation: {
    zh: '只有国务院部门，省、自治区、直辖市、设区的市、自治州的人民政府能制定规章。县（市、区）、乡镇、街道和地方各部门没有规章制定权，“规章”一行应填 0。',
    en: 'Only ministries and the governments of provinces, cities with districts and autonomous prefectures make rules (规章). Counties, districts, towns, street offices and local bureaus do not; the row 规章 is 0 there.',
  },
  basis: {
    zh: '立法法第九十一条、第九十三条；条例第二十条第（一）项',
    en: 'Legislation Law, articles 91 and 93; Regulation, article 20 (1)',
  },
  needs: ['disclosure'],
  fix: 'none',
  *check({ report, options }) {
    const { unit } = report;
    if (!unit || !cannotMakeRules(unit, options?.unit)) return;
    for (const table of report.tables.values()) {
      const row = table.rows.find((bound) => bound.row.id === 'rules');
      const cell = row && [...row.cells.values()].find(({ value }) => value.state === 'number' && value.digits > 0n);
      if (cell?.value.state !== 'number') continue;
      const place = cellPlace(table, cell.row, cell.column);
      yield {
        range: cell.range,
        message: {
          zh: `${place.zh}填了 ${cell.value.normal}，而${unit}没有规章制定权。请核对是否应为 0，或应计入规范性文件。`,
          en: `${place.en} says ${cell.value.normal}, but ${unit} cannot make rules. Check whether it should be 0 or counts under 规范性文件.`,
        },
        data: { table: table.definition.id, row: cell.row.id, column: cell.column.id, actual: cell.value.normal },
      };
    }
  },
});

/** Whether the name, or the settings, say for certain that the body cannot make 规章; a county-level city cannot be told from a prefecture-level one. */
function cannotMakeRules(unit: string, kind: UnitKind | undefined): boolean {
  // Offices of the customs and the tax service in a place.
  if (/(?<!^全国)(?<=.)海关$|^国家税务总局.+税务局$/.test(unit)) return true;
  if (/^(?:国家|国务院|中国|中华人民共和国|全国)/.test(unit)) return false;
  if (kind === 'town') return true;
  // A department with no place in its name may be a ministry.
  if (kind === 'department' && /[省市县区州盟旗]|[^总]局$|厅$/.test(unit)) return true;
  if (/(?:自治区|特别行政区)(?:(?:人民)?政府)?(?:办公厅|办公室)?$/.test(unit)) return false;
  if (/(?:[^自]县|区|旗|乡|镇|街道|街道办事处|开发区|管委会|管理委员会)(?:(?:人民)?政府)?(?:办公室)?$/.test(unit)) return true;
  // 县国防动员办公室: an office that is none of a government.
  if (/[省市县区州盟旗](?:国防动员|人民防空|[^人府]*委员会).*办公室$|[省市县区州盟旗].*档案馆$/.test(unit)) return true;
  return (
    /[省市县区州盟旗乡镇].*(?:局|委员会|委|厅|处|中心|队|站|所|办|院|校|学|会|社|银行|公司)$/.test(unit) &&
    !/政府(?:办公厅|办公室)?$/.test(unit)
  );
}
