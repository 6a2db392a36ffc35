import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** The floor of the language server: the same protocol library, the same answers, no work and no findings. */
const connection = createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));

interface Changed {
  readonly textDocument: { readonly uri: string; readonly version: number };
}

const answer = ({ textDocument: { uri, version } }: Changed): void =>
  void connection.sendNotification('textDocument/publishDiagnostics', { uri, version, diagnostics: [] });

connection.onRequest('initialize', () => ({ capabilities: { textDocumentSync: { openClose: true, change: 2 } } }));
connection.onNotification('textDocument/didOpen', answer);
connection.onNotification('textDocument/didChange', answer);
// Whatever else is asked.
connection.onRequest(() => null);
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit());
process.stdin.once('end', () => process.exit());
connection.listen();
