import assert from 'node:assert/strict';
// Before what imports it.
import './vscode';
import { clientOptions } from '../../client/src/client';
import { FolderChecks } from '../../client/src/folder';
import { restarting } from '../../client/src/restarts';
import { Service } from '../../client/src/service';
import { start } from '../../client/src/start';
import { Reports } from '../../client/src/status';
import { turningOff } from '../../client/src/turnOff';
import { type Document, reset, settled, Uri, vscode } from './vscode';

type Answers = Readonly<Record<string, (params: never) => unknown>>;

/** A server that answers as it is told. */
function serviceWith(answers: Answers): { service: Service; notify(method: string, params: unknown): void } {
  const handlers = new Map<string, (params: unknown) => void>();
  const converter = { asUri: (uri: Uri | string) => (typeof uri === 'string' ? Uri.parse(uri) : uri.toString()) };
  const client = {
    code2ProtocolConverter: converter,
    protocol2CodeConverter: { ...converter, asDiagnostics: async (diagnostics: unknown) => diagnostics },
    sendRequest: async (method: string, params: never) => answers[method]?.(params) ?? null,
    onNotification: (method: string, handler: (params: unknown) => void) => {
      handlers.set(method, handler);
      return { dispose: () => undefined };
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  return {
    service: new Service(async () => client as never),
    notify: (method, params) => handlers.get(method)?.(params),
  };
}

const documentOf = (name: string, text = '', languageId = 'markdown'): Document => ({
  uri: Uri.parse(`disk:///reports/${name}`),
  languageId,
  getText: () => text,
});
const draft = documentOf('a.md');
const report = '政府信息公开工作年度报告';

describe('the client', () => {
  beforeEach(reset);

  describe('turning a rule off', () => {
    const turnOff = (rule: string): unknown => vscode.commands.get('gongkai.turnOffRule')?.(draft.uri, rule);

    it('is taken back for that rule alone, whatever was set since', async () => {
      turningOff(serviceWith({}).service);
      vscode.settings.set('rules', { 'sum-row': 'hint' });
      const both = [turnOff('sum-row'), settled().then(() => turnOff('period'))];
      await settled();
      await settled();
      assert.deepEqual(vscode.settings.get('rules'), { 'sum-row': 'off', period: 'off' });
      vscode.said[0]?.answer('Take it back');
      vscode.said[1]?.answer();
      await Promise.all(both);
      assert.deepEqual(vscode.settings.get('rules'), { 'sum-row': 'hint', period: 'off' });
    });

    it('leaves no setting behind where there was none', async () => {
      turningOff(serviceWith({}).service);
      const done = turnOff('period');
      await settled();
      vscode.said[0]?.answer('Take it back');
      await done;
      assert.equal(vscode.settings.has('rules'), false);
    });

    it('says that a config file goes before it, and changes nothing', async () => {
      const config = { uri: 'disk:///reports/.gongkairc.json', rules: { period: 'error' } };
      turningOff(serviceWith({ 'gongkai/config': () => config }).service);
      const done = turnOff('period');
      await settled();
      assert.match(vscode.said[0]?.message ?? '', /config file .* sets period to “error”/);
      vscode.said[0]?.answer('Open the config file');
      await done;
      assert.deepEqual(vscode.shown, [config.uri]);
      assert.equal(vscode.settings.has('rules'), false);
    });
  });

  it('says no more that the active document is a report when its language is another', async () => {
    const { service, notify } = serviceWith({});
    const reports = new Reports();
    reports.follow((await service.client()) as never);
    vscode.active = { document: draft };
    notify('gongkai/status', { uri: draft.uri.toString(), report: true, year: 2023, findings: { error: 2, warning: 0 } });
    assert.deepEqual([vscode.statusItem.isShown, vscode.contextKeys.get('gongkai.report')], [true, true]);
    vscode.closed.fire(draft);
    assert.deepEqual([vscode.statusItem.isShown, vscode.contextKeys.get('gongkai.report')], [false, false]);
  });

  describe('wakes', () => {
    const listening = (): number => vscode.opened.listeners.size + vscode.changed.listeners.size;

    it('for a document that may be a report, and then listens no more', async () => {
      const { service } = serviceWith({});
      start({ subscriptions: [] } as never, service);
      vscode.opened.fire(documentOf('b.md', '会议记录'));
      assert.equal(service.isStarted, false);
      const before = listening();
      vscode.opened.fire(documentOf('b.md', report));
      assert.equal(service.isStarted, true);
      await settled();
      assert.equal(listening(), before - 2);
    });

    it('reads no document any more once a command has started the server', async () => {
      const { service } = serviceWith({});
      start({ subscriptions: [] } as never, service);
      const before = listening();
      await service.client();
      assert.equal(listening(), before - 2);
    });
  });

  describe('a check of a folder', () => {
    /** Answers with one error a report, unless the setting or the text says otherwise. */
    const judging: Answers = {
      'gongkai/check': ({ textDocument: { text }, settings }: { textDocument: { text: string }; settings: { rules?: string } }) => ({
        report: text.includes(report),
        diagnostics: settings.rules === 'off' || text.includes('无误') ? [] : [{ severity: 1 }],
      }),
    };
    const found = (): [string, number][] =>
      [...vscode.diagnostics].map(([uri, { length }]): [string, number] => [uri.replace(/^.*\//, ''), length]).sort();
    const watcher = (name: string) => [...vscode.watchers].find(([pattern]) => pattern.includes(name))![1];

    async function check(): Promise<FolderChecks> {
      const checks = new FolderChecks(serviceWith(judging).service);
      await Promise.race([checks.check(), settled().then(settled)]);
      return checks;
    }

    it('counts what it has read, and what it could not', async () => {
      vscode.write('a.md', report);
      vscode.write('b.txt', '会议记录');
      vscode.write('c.html', 'unreadable');
      vscode.write('d.pdf', report);
      await check();
      assert.deepEqual(found(), [['a.md', 1]]);
      assert.equal(vscode.said[0]?.message, '1 annual reports in 3 files: 1 errors, 0 warnings. 1 files could not be read.');
    });

    it('ends when it is cancelled, and says that it has not seen all', async () => {
      for (let i = 0; i < 30; i++) vscode.write(`${i}.md`, report);
      // After the first that it has reported on.
      vscode.cancelled.event(() => {
        vscode.isCancelled = true;
      });
      await check();
      assert.match(vscode.said[0]?.message ?? '', /^Not all files were checked\. (\d) annual reports in \1 files/);
      assert.ok(vscode.diagnostics.size < 30);
    });

    it('holds what it found against other settings when they change', async () => {
      vscode.write('a.md', report);
      await check();
      vscode.settings.set('rules', 'off');
      vscode.configured.fire({ affectsConfiguration: (section) => section === 'editor' });
      await settled();
      assert.deepEqual(found(), [['a.md', 1]]);
      vscode.configured.fire({ affectsConfiguration: (section) => section === 'gongkai' });
      await settled();
      assert.deepEqual(found(), [['a.md', 0]]);
    });

    for (const event of ['create', 'change', 'delete'] as const) {
      it(`and when a config file has seen a ${event}`, async () => {
        vscode.write('a.md', report);
        vscode.write('b.md', report);
        await check();
        vscode.settings.set('rules', 'off');
        watcher('.gongkairc.json')[event].fire(Uri.parse('disk:///reports/.gongkairc.json'));
        await settled();
        assert.deepEqual(found(), [
          ['a.md', 0],
          ['b.md', 0],
        ]);
      });
    }

    it('follows a file: changed, unreadable, deleted, restored; one that it has not seen is none of its', async () => {
      const uri = vscode.write('a.md', report);
      await check();
      const draftsOn = watcher('md,');
      const next = async (event: 'create' | 'change' | 'delete', changed = uri): Promise<[string, number][]> => {
        draftsOn[event].fire(changed);
        await settled();
        return found();
      };
      vscode.write('a.md', `${report}无误`);
      assert.deepEqual(await next('change'), [['a.md', 0]]);
      vscode.write('a.md', 'unreadable');
      assert.deepEqual(await next('change'), []);
      vscode.write('a.md', report);
      assert.deepEqual(await next('change'), [['a.md', 1]]);
      assert.deepEqual(await next('delete'), []);
      assert.deepEqual(await next('create'), [['a.md', 1]]);
      assert.deepEqual(await next('create', vscode.write('b.md', report)), [['a.md', 1]]);
    });
  });

  it('starts the server with all settings, as plain values', () => {
    vscode.settings.set('rules', { 'sum-row': 'off' });
    vscode.settings.set('new', 1);
    const { initializationOptions } = clientOptions(async () => undefined as never);
    assert.deepEqual(initializationOptions, { rules: { 'sum-row': 'off' }, new: 1, status: true, explainsRules: true, picksLayout: true });
  });

  it('starts a server again that has ended, and gives up with words on one that ends five times', async () => {
    const { closed } = restarting();
    for (let i = 0; i < 4; i++) assert.deepEqual(await closed(), { action: 2, handled: true });
    const { action, message } = await closed();
    assert.equal(action, 1);
    assert.match(message ?? '', /ended unexpectedly 5 times .* reload the window/);
  });
});
