import { l10n } from 'vscode';
import type { CloseAction, ErrorAction, ErrorHandler } from 'vscode-languageclient';

const goOn: ErrorAction.Continue = 1;
const giveUp: CloseAction.DoNotRestart = 1;
const restart: CloseAction.Restart = 2;

/** So many ends in so many milliseconds say that a restart would not help. */
const MANY = 5;
const SPAN = 3 * 60_000;

/**
 * Starts a server anew that has ended by itself; the client then opens all documents in it again as they are shown, so that nothing
 * typed is lost. Gives up on one that ends again and again.
 */
export function restarting(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    // A message that finds no server any more: its end is told of below, and the text is sent again to the next one.
    error: () => ({ action: goOn, handled: true }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < SPAN), now];
      if (ends.length < MANY) return { action: restart, handled: true };
      const message = l10n.t(
        'The check of annual reports has ended unexpectedly {0} times and is off for now. Your drafts are not affected. To start it again, reload the window.',
        ends.length,
      );
      return { action: giveUp, message };
    },
  };
}
