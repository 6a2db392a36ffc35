import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../language';
import type { Result } from '../results';
import { heading } from '../values';
import type { Format } from './format';

/** One array; every element on a line of its own. */
export class JsonArray {
  private first = true;

  add(element: unknown): string {
    const before = this.first ? '[\n' : ',\n';
    this.first = false;
    return before + JSON.stringify(element);
  }

  end(): string {
    return this.first ? '[]\n' : '\n]\n';
  }
}

/** `check --format json`. Positions are zero-based, in UTF-16 units. */
export function json(language: Language): Format {
  const array = new JsonArray();
  return {
    add: (result) => array.add({ ...heading(result), findings: findings(result, language), failure: result.failure?.[language] }),
    end: () => array.end(),
  };
}

function findings(result: Result, language: Language): object[] {
  if (result.failure || result.analysis.findings.length === 0) return [];
  const { report, findings } = result.analysis;
  const document = TextDocument.create('', '', 0, report.text);
  return findings.map(({ rule, severity, message, range, data }) => ({
    rule,
    severity,
    message: message[language],
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
    data,
  }));
}
