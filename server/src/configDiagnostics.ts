import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from './features/context';
import { Positions } from './positions';
import type { Project } from './projects';

const warning: typeof DiagnosticSeverity.Warning = 2;

/** The faults of a config file, in the file itself. */
export function configDiagnostics({ uri, text, faults }: Project, { encoding, language }: View): Diagnostic[] {
  const positions = new Positions(TextDocument.create(uri, 'json', 0, text), encoding);
  return faults.map(({ range, message }) => ({
    range: positions.range(range),
    severity: warning,
    code: 'config',
    source: 'gongkai',
    message: message[language],
  }));
}
