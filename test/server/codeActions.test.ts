import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction, CodeActionContext, Command, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '../../server/src/analysis/analyze';
import { isRange } from '../../server/src/drafts';
import { defaultEditing } from '../../server/src/editing/edit';
import { editionById } from '../../server/src/editions';
import { codeActions, isLazy } from '../../server/src/features/codeActions';
import { commandIds } from '../../server/src/features/command';
import { commands } from '../../server/src/features/commands';
import { Context, type View } from '../../server/src/features/context';
import { diagnostics } from '../../server/src/features/diagnostics';
import { applyEditId, readRequest } from '../../server/src/features/executeCommand';
import { bundle } from './bundles';
import { draft as complete } from './drafts';
import { LspProcess, type Message } from './lspProcess';

const uri = 'file:///draft.md';
const everything: View = {
  language: 'zh',
  encoding: 'utf-16',
  versionedEdits: true,
  annotatedEdits: true,
  snippets: true,
  snippetEdits: false,
  markdownHover: true,
  flatSymbols: false,
  codeActions: true,
  explainsRules: false,
  picksLayout: false,
  lazyEdits: true,
};

const contextOf = (text: string, view: Partial<View> = {}): Context =>
  new Context(TextDocument.create(uri, 'markdown', 3, text), analyze(text), { ...everything, ...view }, defaultEditing);

/** Where a text stands in a draft. */
function at(context: Context, part: string): Range {
  const start = context.text.indexOf(part);
  assert.ok(start >= 0, `the draft has no ${part}`);
  return context.range({ start, end: start });
}

const ask = (context: Context, range: Range, asked: Partial<CodeActionContext> = {}): CodeAction[] =>
  codeActions.answer(context, { textDocument: { uri }, range, context: { diagnostics: [], ...asked } }) as CodeAction[];

const editsOf = (edit: WorkspaceEdit | undefined): TextEdit[] =>
  (edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) as TextEdit[] | undefined) ??
  Object.values(edit?.changes ?? {}).flat();

const applied = (text: string, edit: WorkspaceEdit | undefined): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), editsOf(edit));

const label = '8.属于行政查询事项';
const misspelt = complete()
  .replace(label, '8.属于行政查讯事项')
  .replace('一、总体情况', '一、工作基本情况')
  .replace('二、主动公开政府信息情况', '二、主动公开政府信息的情况');

describe('code actions', () => {
  it('remedy what stands at the caret, with the diagnostic as it was published', () => {
    const context = contextOf(misspelt);
    const [fix, ...others] = ask(context, at(context, '查讯'), { only: ['quickfix'] });
    assert.deepEqual(
      others.map(({ title }) => title),
      ['忽略这一处 row-label（请写明理由）'],
    );
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix?.title, `行名改为“${label}”`);
    assert.deepEqual(
      fix?.diagnostics,
      diagnostics(context).filter(({ code }) => code === 'row-label'),
    );
    assert.equal(applied(misspelt, fix?.edit), misspelt.replace('查讯', '查询'));
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.deepEqual(change && 'textDocument' in change && change.textDocument, { uri, version: 3 });
  });

  it('convert a table only into the edition that the year asks for, where that changes it', () => {
    const conversions = (text: string, part: string): string[] => {
      const context = contextOf(text);
      return ask(context, at(context, part), { only: ['refactor'] }).flatMap(({ title }) => (title.includes('转换') ? [title] : []));
    };
    const [rows, cases] = ['行政处罚', '结果维持'];
    for (const part of [rows, '（一）予以公开', cases]) assert.deepEqual(conversions(complete(), part), []);
    const old = complete({ edition: '2019', year: 2022 });
    assert.deepEqual(conversions(old, rows), ['本表转换为 2021 版']);
    assert.deepEqual(conversions(old, cases), []);
    // Beside the remedy of what is found in the table it is not offered again, wherever in the table the caret is.
    for (const part of ['本年新制作数量', rows]) {
      const titles = ask(contextOf(old), at(contextOf(old), part)).map(({ title }) => title);
      assert.ok(titles.includes('将表二换成 2021 版表样'), titles.join('\n'));
      assert.ok(!titles.includes('本表转换为 2021 版'), titles.join('\n'));
    }
    // Where its remedy is offered, that is it.
    const context = contextOf(old);
    const titles = ask(context, at(context, '本年新制作数量')).map(({ title }) => title);
    assert.deepEqual(titles.filter((title) => /转换|换成/.test(title)).slice(0, 1), ['将表二换成 2021 版表样']);
    assert.ok(!titles.includes('本表转换为 2021 版'));
    assert.deepEqual(conversions(complete({ edition: '2019' }), rows), []);
    // Nothing tells the year.
    const undated = complete().replaceAll('2023年', '');
    assert.deepEqual(conversions(undated, rows), ['本表转换为 2019 版']);
    assert.deepEqual(conversions(undated, cases), []);
  });

  it('silence a finding, last of all and never by themselves, with a reason to be given', () => {
    const context = contextOf(misspelt);
    const actions = ask(context, at(context, '查讯'), { only: ['quickfix'] });
    const silencer = actions.at(-1);
    assert.equal(silencer?.isPreferred, undefined);
    assert.deepEqual(
      silencer?.diagnostics?.map(({ code }) => code),
      ['row-label'],
    );
    const result = applied(misspelt, silencer?.edit);
    assert.ok(result.includes('<!-- gongkai-ignore-next-line row-label: 待写明理由 -->\n'));
    const after = contextOf(result);
    assert.deepEqual(
      diagnostics(after).map(({ code }) => code),
      diagnostics(context).flatMap(({ code }) => (code === 'row-label' ? [] : [code])),
    );
    assert.deepEqual(
      after.analysis.suppressed.map(({ finding, reason }) => [finding.rule, reason]),
      [['row-label', '待写明理由']],
    );
  });

  it('silence with the reason selected, where the client takes that', () => {
    const context = contextOf(misspelt, { snippetEdits: true });
    const [change] = ask(context, at(context, '查讯'), { only: ['quickfix'] }).at(-1)?.edit?.documentChanges ?? [];
    const [edit] = change && 'edits' in change ? change.edits : [];
    assert.deepEqual(edit && 'snippet' in edit && edit.snippet, {
      kind: 'snippet',
      value: `<!-- gongkai-ignore-next-line row-label: ${'$'}{1:待写明理由} -->\n`,
    });
    const [plain] = ask(context, at(context, '查讯'), { only: ['quickfix'] });
    assert.equal(applied(misspelt, plain?.edit), misspelt.replace('查讯', '查询'));
  });

  it('silence what one comment silences by one action', () => {
    const context = contextOf('# 清河县民政局2023年政府信息公开工作年度报告\n');
    const silencers = ask(context, at(context, '清河县')).filter(({ title }) => title.startsWith('忽略'));
    assert.deepEqual(
      silencers.map(({ title, diagnostics: found }) => [title, found?.length]),
      [['忽略这里的 6 处 section-missing（请写明理由）', 6]],
    );
    const { suppressed } = analyze(applied(context.text, silencers[0]?.edit));
    assert.equal(suppressed.length, 6);
  });

  it('take away a silencer that does nothing, and silence it with none', () => {
    const text = complete().replace('一、总体情况\n', '<!-- gongkai-ignore-next-line sum-row: 已改 -->\n一、总体情况\n');
    const context = contextOf(text);
    const actions = ask(context, at(context, 'sum-row'), { only: ['quickfix'] });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['删去这条忽略注释'],
    );
    assert.deepEqual(actions[0]?.diagnostics?.[0]?.tags, [1]);
    assert.equal(applied(text, actions[0]?.edit), complete());
  });

  it('are none where nothing is found, and in a file that is no report', () => {
    const context = contextOf(misspelt);
    assert.deepEqual(ask(context, at(context, '存在的主要问题：'), { only: ['quickfix'] }), []);
    const other = contextOf('# 待办\n\n一、工作基本情况\n');
    assert.deepEqual(ask(other, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }), []);
  });

  it('speak the language of the view', () => {
    const context = contextOf(misspelt, { language: 'en' });
    assert.equal(ask(context, at(context, '查讯'), { only: ['quickfix'] })[0]?.title, `Set the label to “${label}”`);
  });

  it('come in the kinds that are asked for', () => {
    const context = contextOf(misspelt);
    const kinds = (only?: string[], triggerKind?: 1 | 2): string[] => [
      ...new Set(
        ask(context, at(context, '查讯'), { ...(only ? { only } : {}), ...(triggerKind ? { triggerKind } : {}) }).map(
          ({ kind }) => kind ?? '',
        ),
      ),
    ];
    assert.deepEqual(kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(kinds(['source']), ['source.fixAll.gongkai']);
    assert.deepEqual(kinds(['source.fixAll']), ['source.fixAll.gongkai']);
    assert.deepEqual(kinds(['source.fixAll.gongkai']), ['source.fixAll.gongkai']);
    assert.deepEqual(kinds(['source.fixAll.other']), []);
    assert.deepEqual(kinds(['source.organizeImports']), []);
    assert.deepEqual(kinds(['refactor']), ['refactor.rewrite']);
    assert.deepEqual(kinds(['refactor.rewrite']), ['refactor.rewrite']);
    assert.deepEqual(kinds(['refactor.extract']), []);
    assert.deepEqual(kinds(['quick']), []);
    assert.deepEqual(kinds(), ['quickfix', 'refactor.rewrite', 'source.fixAll.gongkai']);
    // The caret merely passes.
    assert.deepEqual(kinds(undefined, 2), ['quickfix']);
    assert.deepEqual(kinds(['refactor'], 2), ['refactor.rewrite']);
  });

  it('do safe fixes of one kind in the whole draft at once', () => {
    const context = contextOf(misspelt);
    const actions = ask(context, at(context, '一、工作基本'), { only: ['quickfix'] });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['标题改为“一、总体情况”', '改正全文 2 处“一级标题与规定不一致”', '忽略这一处 section-title（请写明理由）'],
    );
    assert.equal(applied(misspelt, actions[1]?.edit), complete().replace(label, '8.属于行政查讯事项'));
  });

  it('offer one remedy of two findings once, for both', () => {
    const text = complete({
      values: { 'requests/received/natural': '2', 'requests/received/total': '2', 'requests/granted/natural': '2' },
    });
    const context = contextOf(text);
    const actions = ask(context, { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }, { only: ['quickfix'] });
    const does = actions.map(({ edit }) => JSON.stringify(edit));
    assert.equal(new Set(does).size, does.length);
    assert.ok(actions.some(({ diagnostics: of }) => (of?.length ?? 0) > 1));
    const preferred = actions.map(({ isPreferred }) => isPreferred === true);
    assert.deepEqual(
      preferred,
      [...preferred].sort((a, b) => Number(b) - Number(a)),
    );
  });

  it('fill no other cells from a total that they do not fill', () => {
    const blank = complete({
      values: {
        'disclosure/rules/issued': '',
        'requests/granted/natural': '',
        'requests/partial/natural': '',
        'requests/received/natural': '3',
        'requests/received/total': '',
      },
    });
    const context = contextOf(blank);
    const zeros = (row: string): boolean => {
      const finding = context.analysis.findings.find(({ rule, data }) => rule === 'cell-empty' && data.row === row) ?? assert.fail(row);
      return ask(context, context.range(finding.range)).some(({ title }) => /全部填 0/.test(title));
    };
    assert.equal(zeros('granted'), true);
    assert.equal(zeros('received'), false);
  });

  it('write no zeros against a total that is there', () => {
    const blank = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
    const rows = ['received', 'rejected.duplicate', 'rejected.publication'];
    const values = Object.fromEntries(rows.flatMap((row) => blank.map((column) => [`requests/${row}/${column}`, ''])));
    const context = contextOf(complete({ values: { ...values, 'requests/received/total': '7' } }));
    const empty = context.analysis.findings.filter(({ rule }) => rule === 'cell-empty');
    const found = (row: string) => empty.filter(({ data }) => data.row === row).map(({ range }) => context.range(range));
    const zeros = (range: Range) => ask(context, range).find(({ title }) => title === '表三 12 处“漏填”全部填 0');
    // It is offered where it settles something, and names no more than that.
    assert.equal(zeros(found('received')[0]!), undefined);
    const { start } = found('received')[0]!;
    const all = zeros({ start, end: found('rejected.publication').at(-1)!.end });
    assert.deepEqual(
      all?.diagnostics?.map(({ range }) => range),
      [...found('rejected.duplicate'), ...found('rejected.publication')],
    );
  });

  it('remedy from anywhere in a table what is said of it as a whole', () => {
    const { blocks } = editionById('2021').tables.find(({ id }) => id === 'disputes')!;
    const blank = blocks.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => `disputes/${row.id}/${column.id}`)));
    const context = contextOf(complete({ values: Object.fromEntries(blank.map((cell) => [cell, ''])) }));
    const { cells } = context.analysis.report.tables.get('disputes')!.rows.at(-1)!;
    const titles = (offset: number): string[] => ask(context, context.range({ start: offset, end: offset })).map(({ title }) => title);
    assert.ok(titles([...cells.values()].at(-1)!.range.start).includes('将表四全部填 0'));
    assert.ok(!titles(context.text.indexOf('五、存在')).includes('将表四全部填 0'));
  });

  it('fill a row once, where nothing else in the table is blank', () => {
    const zeros = (values: Readonly<Record<string, string>>): string[] => {
      const context = contextOf(complete({ values }));
      const row = context.analysis.findings.filter(({ rule }) => rule === 'cell-empty').slice(0, 2);
      const range = { start: context.range(row[0]!.range).start, end: context.range(row[1]!.range).end };
      return ask(context, range, { only: ['quickfix'] }).flatMap(({ title }) => (/\d 处.*填 0/.test(title) ? [title] : []));
    };
    const blank = { 'disclosure/rules/issued': '', 'disclosure/rules/repealed': '' };
    assert.deepEqual(zeros(blank), ['表二“规章”行的 2 处空格填 0']);
    assert.deepEqual(zeros({ ...blank, 'disclosure/licensing/decisions': '' }), ['表二“规章”行的 2 处空格填 0', '表二 3 处“漏填”全部填 0']);
  });

  it('ask for confirmation where something is guessed, if the client can', () => {
    const text = complete({ values: { 'disclosure/rules/issued': '', 'disclosure/rules/repealed': '' } });
    const guess = (view: Partial<View>): WorkspaceEdit | undefined => {
      const context = contextOf(text, view);
      const caret = context.range(context.analysis.findings[0]!.range);
      return ask(context, caret, { only: ['quickfix'] }).find(({ title }) => /2 处空格填 0/.test(title))?.edit;
    };
    const edit = guess({});
    assert.ok(editsOf(edit).length === 2 && editsOf(edit).every((one) => 'annotationId' in one && one.newText === '0'));
    assert.deepEqual(Object.values(edit?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    const plain = guess({ annotatedEdits: false });
    assert.equal(plain?.changeAnnotations, undefined);
    assert.deepEqual(Object.keys(guess({ versionedEdits: false }) ?? {}), ['changes']);
  });

  it('count in the encoding of the view', () => {
    for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
      const context = contextOf(misspelt.replace('\t\t8.属于', '😀\t\t8.属于'), { encoding });
      const [fix] = ask(context, at(context, '讯事项'), { only: ['quickfix'] });
      const [edit] = editsOf(fix?.edit);
      assert.ok(edit, encoding);
      const { start, end } = context.offsets(edit.range);
      assert.equal(context.text.slice(0, start) + edit.newText + context.text.slice(end), context.text.replace('查讯', '查询'), encoding);
    }
  });

  it('put off edits that take long, for clients that ask again', () => {
    const lazy = contextOf(misspelt);
    for (const action of ask(lazy, at(lazy, '查讯'), { only: ['refactor', 'source'] })) {
      assert.equal(action.edit, undefined);
      assert.equal((action.data as { version: number }).version, 3);
    }
    const eager = contextOf(misspelt, { lazyEdits: false });
    const [all] = ask(eager, at(eager, '查讯'), { only: ['source'] });
    assert.equal(applied(misspelt, all?.edit), complete());
    for (const { command } of ask(eager, at(eager, '查讯'), { only: ['refactor'] })) assert.equal(command?.arguments?.[0], uri);
    assert.equal(isLazy({ dataSupport: true, resolveSupport: { properties: ['edit'] } }), true);
    for (const no of [undefined, {}, { dataSupport: true }, { resolveSupport: { properties: ['edit'] } }]) assert.equal(isLazy(no), false);
  });

  it('are commands for clients that know nothing else', () => {
    const context = contextOf(misspelt, { codeActions: false, lazyEdits: false });
    const answer = ask(context, at(context, '查讯')) as unknown as Command[];
    assert.ok(answer.length > 0);
    for (const { title, command, arguments: given } of answer) {
      assert.equal(typeof title, 'string');
      assert.ok(command === applyEditId || commands.some(({ id }) => id === command), command);
      assert.equal(typeof readRequest({ command, arguments: given }, isRange), 'object');
    }
  });
});

describe('a command, read', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const read = (command: unknown, ...given: unknown[]) => readRequest({ command, arguments: given }, isRange);

  it('has a document, and may have a range and an option', () => {
    const of = (...given: unknown[]): unknown => {
      const request = read(commandIds.convertTables, ...given);
      assert.ok(typeof request === 'object' && request.kind === 'command');
      const { command, kind, ...rest } = request;
      return rest;
    };
    assert.deepEqual(of(uri), { uri });
    assert.deepEqual(of(uri, null), { uri });
    assert.deepEqual(of(uri, range), { uri, range });
    assert.deepEqual(of(uri, null, '2019'), { uri, option: '2019' });
    assert.deepEqual(of(uri, '2019'), { uri, option: '2019' });
    assert.deepEqual(of(uri, range, '2019'), { uri, range, option: '2019' });
  });

  it('is refused with what is wrong', () => {
    for (const request of [
      readRequest(undefined, isRange),
      readRequest(null, isRange),
      readRequest({}, isRange),
      readRequest({ command: commandIds.fixAll, arguments: uri }, isRange),
      read('gongkai.nothing', uri),
      read(commandIds.fixAll),
      read(commandIds.fixAll, 7),
      read(commandIds.fillTotals, uri, { start: 1 }),
      read(commandIds.fillTotals, uri, 'x', 'y'),
      read(applyEditId, 'title'),
      read(applyEditId, {}, {}),
    ])
      assert.equal(typeof request, 'string');
  });
});

describe('code actions and commands over stdio', () => {
  let bundles: Awaited<ReturnType<typeof bundle>>;
  let server: LspProcess;
  const literals = {
    codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    dataSupport: true,
    resolveSupport: { properties: ['edit'] },
  };
  const start = async (capabilities: object): Promise<Message> => {
    server = new LspProcess(join(bundles.folder, 'server.js'), '--stdio');
    return server.initialize(capabilities, { locale: 'zh-CN' });
  };
  const modern = { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } }, textDocument: { codeAction: literals } };

  before(async () => {
    bundles = await bundle('server.js');
  });
  after(() => bundles.remove());
  afterEach(() => server.kill());

  it('are announced', async () => {
    const { capabilities } = (await start(modern)).result;
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.gongkai', 'refactor.rewrite'],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities.executeCommandProvider.commands, [...commands.map(({ id }) => id), applyEditId]);
    await server.kill();
    assert.equal((await start({})).result.capabilities.codeActionProvider, true);
  });

  it('resolve an action that was put off, unless the draft has changed', async () => {
    await start(modern);
    const { diagnostics: published } = await server.open(uri, misspelt);
    const { result } = await server.request('textDocument/codeAction', {
      textDocument: { uri },
      range: published[0].range,
      context: { diagnostics: published, only: ['source.fixAll'] },
    });
    const [action] = result;
    const resolved = await server.request('codeAction/resolve', action);
    assert.equal(applied(misspelt, resolved.result.edit), complete());
    await server.change(uri, 2, { text: `${misspelt}\n` });
    assert.equal((await server.request('codeAction/resolve', action)).error?.code, -32801);
    const plain = { title: 'x', kind: 'quickfix' };
    assert.deepEqual((await server.request('codeAction/resolve', plain)).result, plain);
  });

  it('ask the client to do the edit of a command, and say whether it did', async () => {
    await start(modern);
    await server.open(uri, misspelt);
    for (const done of [true, false]) {
      const asked = server.nextOf('workspace/applyEdit');
      const answered = server.request('workspace/executeCommand', { command: commandIds.fixAll, arguments: [uri] });
      const { id, params } = await asked;
      assert.match(params.label, /改正/);
      assert.equal(applied(misspelt, params.edit), complete());
      assert.deepEqual(params.edit.documentChanges[0].textDocument, { uri, version: 1 });
      server.send({ jsonrpc: '2.0', id, result: { applied: done } });
      assert.equal((await answered).result, done);
    }
  });

  it('give the edit to a client that cannot be asked, and say where there is none', async () => {
    await start({});
    await server.open(uri, misspelt);
    const { result } = await server.request('workspace/executeCommand', { command: commandIds.fixAll, arguments: [uri] });
    assert.equal(applied(misspelt, result), complete());
    await server.change(uri, 2, { text: complete() });
    const told = server.nextOf('window/showMessage');
    assert.equal((await server.request('workspace/executeCommand', { command: commandIds.fixAll, arguments: [uri] })).result, false);
    assert.match((await told).params.message, /没有改动/);
  });

  it('do the fixes of clients that know commands only', async () => {
    await start({ workspace: { applyEdit: true } });
    const { diagnostics: published } = await server.open(uri, misspelt);
    const { result } = await server.request('textDocument/codeAction', {
      textDocument: { uri },
      range: published.find(({ code }: { code: string }) => code === 'row-label').range,
      context: { diagnostics: [] },
    });
    const [fix] = result;
    const asked = server.nextOf('workspace/applyEdit');
    const answered = server.request('workspace/executeCommand', fix);
    const { id, params } = await asked;
    assert.equal(applied(misspelt, params.edit), misspelt.replace('查讯', '查询'));
    server.send({ jsonrpc: '2.0', id, result: { applied: true } });
    assert.equal((await answered).result, true);
  });

  it('refuse what is malformed, and stay up', async () => {
    await start(modern);
    await server.open(uri, misspelt);
    for (const params of [
      undefined,
      {},
      { command: 'gongkai.nothing', arguments: [uri] },
      { command: commandIds.fixAll },
      { command: commandIds.fixAll, arguments: ['file:///unknown.md'] },
      { command: commandIds.fillTotals, arguments: [uri, { start: 'x' }] },
    ])
      assert.equal((await server.request('workspace/executeCommand', params)).error?.code, -32602, JSON.stringify(params));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const asked of [undefined, {}, { only: 'x' }])
      assert.ok(Array.isArray((await server.request('textDocument/codeAction', { textDocument: { uri }, range, context: asked })).result));
    assert.equal((await server.request('textDocument/codeAction', { textDocument: { uri } })).result, null);
    const malformed = { textDocument: { uri }, range: { start: {} } };
    assert.equal((await server.request('textDocument/codeAction', malformed)).error?.code, -32602);
    assert.equal(server.running, true);
  });
});
