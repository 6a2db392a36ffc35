import { EventEmitter, type Uri } from 'vscode';

/** Fires with a draft that the server has judged: it was opened or changed, or its settings were. */
export const judged = new EventEmitter<Uri>();
