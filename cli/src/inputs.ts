import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Bilingual } from '../../server/src/editions';
import { decode, Unreadable } from '../../server/src/input/decode';
import { languageOf } from '../../server/src/input/documents';
import { expandBraces, hasMagic, matcher } from './glob';
import { bilingual } from './language';

/** A file to read, under the name that the user knows it by; or what was wrong with an argument. */
export interface Input {
  readonly file: string;
  /** An argument names it: it is read whatever the config excludes. */
  readonly named?: true;
  readonly failure?: Bilingual;
}

/** Bytes; a draft is some 15 KB. */
const sizeLimit = 20_000_000;

const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** Names are shown with slashes on every system. */
const shown = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const MISSING = bilingual('文件不存在', 'no such file or folder');

function reason(error: unknown): Bilingual {
  if (error instanceof Unreadable) return error.text;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return MISSING;
  if (code === 'EACCES' || code === 'EPERM') return bilingual('没有读取权限', 'permission denied');
  if (code === 'ELOOP') return bilingual('符号链接循环', 'a loop of symbolic links');
  const detail = code ?? (error instanceof Error ? error.message : String(error));
  return bilingual(`无法读取（${detail}）`, `cannot be read (${detail})`);
}

type Kind = 'file' | 'folder' | Bilingual;

/** What a path leads to, through links; or why that cannot be told. Pipes and devices count as files. */
function kindOf(path: string): Kind {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return reason(error);
  }
}

const entryKind = (folder: string, entry: Dirent): Kind =>
  entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? kindOf(join(folder, entry.name)) : 'file';

/** The entries of a folder by name (folders before and after files, as the names have it), or why it cannot be looked into. */
function list(folder: string): Dirent[] | Input {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).sort(byName);
  } catch (error) {
    return { file: shown(folder) || '.', failure: reason(error) };
  }
}

/** The drafts in a folder and below, by name. Links to folders are not followed: they may lead in a circle. */
function* walk(folder: string): Generator<Input> {
  const entries = list(folder);
  if ('file' in entries) {
    yield entries;
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isSkipped(entry.name)) yield* walk(path);
    } else if (languageOf(entry.name) && !entry.name.startsWith('.') && entryKind(folder, entry) !== 'folder') {
      yield { file: shown(path) };
    }
  }
}

/** Whether a segment is the name of something itself: brackets stand in names, too, and then do not match themselves. */
const isName = (folder: string, segment: string): boolean =>
  !hasMagic(segment) || (segment.includes('[') && typeof kindOf(join(folder, segment)) === 'string');

/** Paths that match the segments of a pattern, by name; a folder that may hold some, but cannot be looked into, is a failure. */
function* match(folder: string, segments: readonly string[]): Generator<Input> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === '**' && rest.length === 0) {
    yield* walk(folder);
    return;
  }
  if (isName(folder, segment)) {
    const path = join(folder, segment);
    const kind = kindOf(path);
    if (rest.length > 0) yield* match(path, rest);
    else if (kind === 'folder') yield* walk(path);
    else if (kind === 'file') yield { file: shown(path) };
    else if (kind !== MISSING) yield { file: shown(path), failure: kind };
    return;
  }
  const entries = list(folder);
  if ('file' in entries) {
    // Where there is no folder nothing in it matches.
    if (entries.failure !== MISSING) yield entries;
    return;
  }
  if (segment === '**') yield* match(folder, rest);
  const matches = matcher(segment);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (segment === '**') {
      if (entry.isDirectory() && !isSkipped(entry.name)) yield* match(path, segments);
    } else if (matches(entry.name)) {
      const kind = entryKind(folder, entry);
      if (rest.length > 0) {
        if (kind === 'folder') yield* match(path, rest);
      } else if (kind !== 'folder') yield { file: shown(path) };
      else if (!isSkipped(entry.name)) yield* walk(path);
    }
  }
}

function* expand(pattern: string): Generator<Input> {
  const slashed = sep === '/' ? pattern : pattern.replaceAll(sep, '/');
  for (const alternative of expandBraces(slashed)) {
    const segments = alternative.split('/').filter((segment, i) => segment !== '' || i === 0);
    // An absolute pattern begins with an empty segment; on Windows with a drive, which has no magic.
    if (segments[0] === '') yield* match('/', segments.slice(1));
    else if (/^[a-z]:$/i.test(segments[0] ?? '')) yield* match(`${segments[0]}/`, segments.slice(1));
    else yield* match('', segments);
  }
}

/**
 * The files that the arguments name, in the order of the arguments: files as they are, the drafts in a folder, what a
 * pattern matches. A file that an argument names is there once for each time it is named, all others once.
 */
export function* inputs(args: readonly string[]): Generator<Input> {
  const seen = new Set<string>();
  for (const arg of args) {
    const kind = kindOf(arg);
    if (kind === 'file') {
      seen.add(resolve(arg));
      yield { file: arg, named: true };
      continue;
    }
    const isPattern = kind !== 'folder' && hasMagic(arg);
    if (kind !== 'folder' && !isPattern) {
      yield { file: arg, failure: kind };
      continue;
    }
    let found = false;
    for (const input of isPattern ? expand(arg) : walk(arg)) {
      found = true;
      const path = resolve(input.file);
      if (seen.has(path)) continue;
      seen.add(path);
      yield input;
    }
    if (found) continue;
    const failure = isPattern
      ? bilingual('没有与此匹配的文件', 'no file matches this pattern')
      : bilingual('文件夹中没有 .md、.txt、.html、.htm、.gkbg 文件', 'no .md, .txt, .html, .htm or .gkbg file in this folder');
    yield { file: arg, failure };
  }
}

/** The text of a file. Throws nothing: what is wrong comes back. */
export function readDraft(file: string): { readonly text: string } | { readonly failure: Bilingual } {
  try {
    return { text: decode(readBytes(file)) };
  } catch (error) {
    return { failure: reason(error) };
  }
}

function readBytes(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > sizeLimit) throw tooLarge(size);
    // A pipe has no size before it is read.
    const bytes = readFileSync(handle);
    if (bytes.length > sizeLimit) throw tooLarge(bytes.length);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

function tooLarge(size: number): Unreadable {
  const found = (size / 1e6).toFixed(1);
  return new Unreadable(
    bilingual(
      `文件有 ${found} MB，超过 20 MB 的上限，未检查；请确认这是年度报告的文稿`,
      `${found} MB is more than the limit of 20 MB, not checked; make sure that this is the draft of a report`,
    ),
  );
}
