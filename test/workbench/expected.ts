import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './door';
import type { Problem } from './workbench';

/** What the command line finds in a draft, as the Problems view would show it. */
export function expectedProblems(file: string, locale = 'zh'): Problem[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli.js'), 'check', '--format', 'json', '--locale', locale, file],
    { encoding: 'utf8' },
  );
  assert.ok(status === 0 || status === 1, stderr);
  interface Finding {
    rule: string;
    message: string;
    range: { start: { line: number; character: number } };
  }
  const [report] = JSON.parse(stdout) as [{ findings: Finding[] }];
  return report.findings.map(({ rule, message, range: { start } }) => ({
    code: rule,
    message,
    line: start.line + 1,
    column: start.character + 1,
  }));
}

export const sorted = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
