import { width } from '../../server/src/reading/width';
import { type Figure, ratio, type Unit, verdict } from './figures';

const columns = [52, 13, 11, 9, 13] as const;

const pad = (text: string, columnsWide: number): string => text + ' '.repeat(Math.max(0, columnsWide - width(text)));
const padLeft = (text: string, columnsWide: number): string => ' '.repeat(Math.max(0, columnsWide - width(text))) + text;

/** Three digits that count. */
function short(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

const withUnit = (value: number, unit: Unit): string => `${short(value)} ${unit}`;

function line(cells: readonly string[], last: string): string {
  const [first = '', ...others] = cells;
  return `${pad(first, columns[0])}${others.map((cell, i) => padLeft(cell, columns[i + 1] ?? 0)).join('')}  ${last}`.trimEnd();
}

export const head = (): string => line(['', '值 value', '下限 floor', '倍 ratio', '目标 target'], '');

export function row(figure: Figure): string {
  const { name, unit, value, floor, target, problem } = figure;
  const times = ratio(figure);
  return line(
    [
      `  ${name}`,
      value === undefined ? '—' : withUnit(value, unit),
      floor ? short(floor.value) : '',
      times === undefined ? '' : `${short(times)}×`,
      target === undefined ? '' : `≤ ${withUnit(target, unit)}`,
    ],
    problem === undefined ? verdict(figure) : `${verdict(figure)}: ${problem}`,
  );
}
