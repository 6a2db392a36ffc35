import type { Range as LspRange, WorkspaceEdit } from 'vscode-languageserver';
import type { Bilingual } from '../editions';
import { type Command, commandIds } from './command';
import { commands } from './commands';
import type { Context } from './context';

/** `[title, edit]`: does an edit of the server's own making, for clients whose code actions cannot carry one. */
export const applyEditId = 'gongkai.applyEdit';

/** What the server announces. */
export const executeCommandProvider = { commands: [...commands.map(({ id }) => id), applyEditId] };

/** What stands in the client's list of things undone. */
export const titles: Record<Command['id'], Bilingual> = {
  [commandIds.fixAll]: { zh: '改正所有可安全改正的问题', en: 'Fix all that can be fixed safely' },
  [commandIds.fillTotals]: { zh: '补齐总计', en: 'Fill totals' },
  [commandIds.convertTables]: { zh: '转换表格版本', en: 'Convert tables to another edition' },
  [commandIds.relayoutTables]: { zh: '改变表格写法', en: 'Write tables in another layout' },
  [commandIds.formatTables]: { zh: '对齐表格', en: 'Align tables' },
  [commandIds.insertMissing]: { zh: '补齐缺少的部分', en: 'Insert what is missing' },
  [commandIds.insertTable]: { zh: '插入表格', en: 'Insert table' },
  [commandIds.insertReport]: { zh: '插入报告全文框架', en: 'Insert a whole report' },
};

/** An edit that the client is asked to do. */
export interface Proposal {
  readonly label: string;
  readonly edit: WorkspaceEdit;
}

/** What a client asks for, read from its words. */
export type Request =
  | { readonly kind: 'edit'; readonly proposal: Proposal }
  | { readonly kind: 'command'; readonly command: Command; readonly uri: string; readonly range?: LspRange; readonly option?: unknown };

/**
 * Reads `workspace/executeCommand`: `[uri, range?, option?]`, where `null` stands for what is left out and an option may
 * follow the URI at once. A text says what is wrong with it.
 */
export function readRequest(params: unknown, isRange: (value: unknown) => boolean): Request | string {
  const { command: id, arguments: given } = (params ?? {}) as { readonly command?: unknown; readonly arguments?: unknown };
  if (typeof id !== 'string') return 'workspace/executeCommand without a command';
  if (given !== undefined && given !== null && !Array.isArray(given)) return `${id}: the arguments are no list`;
  const [first, second, third] = (given ?? []) as unknown[];
  if (id === applyEditId) {
    if (typeof first !== 'string' || typeof second !== 'object' || second === null) return `${id} takes a title and an edit`;
    return { kind: 'edit', proposal: { label: first, edit: second as WorkspaceEdit } };
  }
  const command = commands.find((known) => known.id === id);
  if (!command) return `${id} is no command of this server`;
  if (typeof first !== 'string') return `${id} takes the URI of an open document first`;
  if (second !== undefined && second !== null && !isRange(second) && (typeof second !== 'string' || third !== undefined))
    return `${id}: the second argument is no range`;
  const range = isRange(second) ? (second as LspRange) : undefined;
  const option = typeof second === 'string' ? second : (third ?? undefined);
  return { kind: 'command', command, uri: first, ...(range ? { range } : {}), ...(option === undefined ? {} : { option }) };
}

/** What a command would do to a draft; nothing where there is nothing to do. */
export function propose(context: Context, { command, range, option }: Extract<Request, { kind: 'command' }>): Proposal | undefined {
  const outcome = command.run(context, range && context.offsets(range), option);
  if (!outcome || outcome.edits.length === 0) return undefined;
  return { label: context.say(titles[command.id]), edit: context.workspaceEdit(outcome.edits, outcome.confirm) };
}
