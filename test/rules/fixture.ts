import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalyzeOptions } from '../../server/src/analysis/analyze';
import { judging, readConfig } from '../../server/src/config/config';
import { readJson } from '../../server/src/config/tree';
import type { Range } from '../../server/src/reading/report';

/** Drafts that say themselves what must be found in them; the notation is explained in test/fixtures/README.md. */
export interface Fixture {
  /** Without the notation. */
  readonly text: string;
  readonly expectations: readonly Expectation[];
  /** What the draft shall be judged with: the edition and the config that it says. */
  readonly options: AnalyzeOptions;
}

/** A finding that must be there, and nothing else may be. */
export interface Expectation {
  readonly rule: string;
  readonly range: Range;
  readonly data: Readonly<Record<string, string>>;
  readonly zh?: string;
  readonly en?: string;
  /** By the place of a fix among those of the finding: the lines that it changes or puts in, as they then read. */
  readonly fixes: ReadonlyMap<number, readonly string[]>;
  /** Nothing remedies the finding but the writer. */
  readonly unfixable?: true;
}

export const fixtures = join(__dirname, '..', 'fixtures');

const OPEN = '⟦';
const CLOSE = '⟧';
const ELLIPSIS = '…';
const EXPECTATION = /^\/\/\^(\d?) ([a-z-]+)((?: [a-z]+=(?:"[^"]*"|\S+))*)$/;

export const loadFixture = (file: string): Fixture => parseFixture(readFileSync(file, 'utf8'), readBase);

const readBase = (id: string): string => readFileSync(join(fixtures, 'base', `${id}.txt`), 'utf8');

/** Reads the notation. `base` gives the text of a complete draft by its id. Throws where the notation is wrong. */
export function parseFixture(source: string, base: (id: string) => string): Fixture {
  const text: string[] = [];
  let length = 0;
  const expectations: (Omit<{ -readonly [P in keyof Expectation]: Expectation[P] }, 'fixes'> & { fixes: Map<number, string[]> })[] = [];
  let options: AnalyzeOptions = {};
  let included = new Base(base('2021'));
  let crlf = false;
  /** Marks that are open, and the ones that opened in the last line of the draft, in order. */
  const open: Mark[] = [];
  let ofLine: Mark[] = [];
  const add = (line: string): void => {
    const ended = crlf ? `${line}\r\n` : `${line}\n`;
    text.push(ended);
    length += ended.length;
  };
  const addMarked = (line: string): void => {
    let bare = '';
    for (const part of line.split(/([⟦⟧])/)) {
      if (part === OPEN) {
        const mark = { start: length + bare.length, end: -1, used: false };
        open.push(mark);
        ofLine.push(mark);
      } else if (part === CLOSE) {
        const mark = open.pop();
        if (!mark) throw new Error(`${CLOSE} without ${OPEN}: ${line}`);
        mark.end = length + bare.length;
      } else bare += part;
    }
    add(bare);
  };
  const marks: Mark[] = [];
  for (const line of source.replace(/\n$/, '').split('\n')) {
    const [directive, ...words] = line.split(' ');
    const rest = words.join(' ');
    if (line.startsWith('//^')) {
      const match = EXPECTATION.exec(line);
      if (!match) throw new Error(`cannot read ${line}`);
      const mark = ofLine[Number(match[1] || '1') - 1];
      if (!mark) throw new Error(`no mark above ${line}`);
      mark.used = true;
      const data = Object.fromEntries(
        [...(match[3] ?? '').matchAll(/ ([a-z]+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, plain]) => [name, quoted ?? plain ?? '']),
      );
      expectations.push({ rule: match[2] ?? '', range: mark, data, fixes: new Map() });
    } else if (directive === '//zh' || directive === '//en') {
      const last = expectations.at(-1);
      if (!last) throw new Error(`no expectation above ${line}`);
      last[directive.slice(2) as 'zh' | 'en'] = rest;
    } else if (directive?.startsWith('//>') || line === '//-') {
      const last = expectations.at(-1);
      if (!last) throw new Error(`no expectation above ${line}`);
      if (line === '//-') last.unfixable = true;
      else {
        const which = Number(directive!.slice(3) || '1') - 1;
        if (!(which >= 0)) throw new Error(`cannot read ${line}`);
        last.fixes.set(which, [...(last.fixes.get(which) ?? []), rest]);
      }
    } else if (directive === '//+') {
      for (const part of included.take(rest)) add(part);
      ofLine = [];
    } else if (directive === '//@') {
      const [name, value = ''] = rest.split(' ');
      if (name === 'base') included = new Base(base(value));
      else if (name === 'edition' && (value === '2019' || value === '2021')) options = { ...options, edition: value };
      else if (name === 'config') options = { ...configured(rest.slice('config '.length)), ...options };
      else if (name === 'crlf') crlf = true;
      else throw new Error(`cannot read ${line}`);
    } else if (directive !== '//#') {
      if (line.startsWith('//')) throw new Error(`cannot read ${line}`);
      ofLine = [];
      addMarked(line);
      marks.push(...ofLine);
    }
  }
  if (open.length > 0) throw new Error(`${open.length} × ${OPEN} without ${CLOSE}`);
  if (marks.some((mark) => !mark.used)) throw new Error('a mark that nothing is expected at');
  return { text: text.join(''), expectations, options };
}

/** A config as a project would have it; it must be in order. */
function configured(json: string): AnalyzeOptions {
  const { preferences, faults } = readConfig(readJson(json));
  if (faults[0]) throw new Error(`${faults[0].message.en} ${json}`);
  return judging(preferences);
}

interface Mark {
  readonly start: number;
  end: number;
  used: boolean;
}

/** A complete draft that fixtures take their unchanged parts from. */
class Base {
  private readonly lines: readonly string[];
  private next = 0;

  constructor(text: string) {
    this.lines = text.replace(/\n$/, '').split('\n');
  }

  /** The lines from the one with a cell that begins with the first text to the one with the second: `一、总体 … 二、主动`. */
  take(which: string): readonly string[] {
    const at = which.indexOf(ELLIPSIS);
    const from = withoutSpaces(at < 0 ? which : which.slice(0, at));
    const to = at < 0 ? from : withoutSpaces(which.slice(at + ELLIPSIS.length));
    const first = from === '' ? 0 : this.find(from, this.next);
    const last = to === '' ? this.lines.length - 1 : this.find(to, first);
    this.next = last + 1;
    return this.lines.slice(first, last + 1);
  }

  /** The first such line behind the ones already taken, else the first of all. */
  private find(part: string, from: number): number {
    const fits = (line: string): boolean => line.startsWith(part) || line.includes(`\t${part}`);
    const behind = this.lines.findIndex((line, i) => i >= from && fits(line));
    const found = behind >= 0 ? behind : this.lines.findIndex(fits);
    if (found < 0) throw new Error(`the base has no line with ${part}`);
    return found;
  }
}

/** Tabs count: they tell a label that is a cell from one that is the beginning of one. */
const withoutSpaces = (text: string): string => text.replace(/^ +| +$/g, '');
