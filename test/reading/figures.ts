import assert from 'node:assert/strict';
import { analyze } from '../../server/src/analysis/analyze';
import { base } from '../analysis/draft';

/** All that is bound in a draft: of every row of every table its id, and its values or their states. */
export const values = (text: string): unknown =>
  [...analyze(text).report.tables.values()].map(({ rows }) =>
    rows.map(({ row, cells }) => [
      row.id,
      ...[...cells.values()].map(({ value }) => (value.state === 'number' ? value.normal : value.state)),
    ]),
  );

/** What is bound in the draft that is in order. */
export const official = values(base('2021'));

/** That draft in another form holds what it held, and nothing in it is an error. */
export function assertSame(text: string): void {
  assert.notEqual(text, base('2021'));
  assert.deepEqual(values(text), official);
  assert.deepEqual(
    analyze(text).findings.filter(({ severity }) => severity === 'error'),
    [],
  );
}
