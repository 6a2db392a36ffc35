import type { Logger, MessageWriter, NotificationMessage } from 'vscode-jsonrpc';
import type { LogMessageParams, MessageType } from 'vscode-languageserver';

/** What the connection has to say, for the client's log: a message that a handler refused, an answer that cannot be sent. */
export function clientLog(writer: MessageWriter): Logger {
  const log =
    (type: MessageType) =>
    (message: string): void => {
      const params: LogMessageParams = { type, message };
      const notification: NotificationMessage = { jsonrpc: '2.0', method: 'window/logMessage', params };
      writer.write(notification).catch(() => undefined);
    };
  return { error: log(1), warn: log(2), info: log(3), log: log(4) };
}
