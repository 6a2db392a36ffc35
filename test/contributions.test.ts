import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '../server/src/config/keys';
import { commandIds } from '../server/src/features/command';
import { titles } from '../server/src/features/executeCommand';
import { rules } from '../server/src/rules';

const read = (file: string): unknown => JSON.parse(readFileSync(join(__dirname, '..', file), 'utf8'));

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly enablement: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

describe('what VS Code is told of the commands', () => {
  const manifest = read('package.json') as Manifest;
  const { contributes } = manifest;
  const both = read('package.nls.json') as Record<string, string>;
  const chinese = read('package.nls.zh-cn.json') as Record<string, string>;
  const wordsOf = (key: string, words: Record<string, string>): string | undefined => words[key.replace(/^%|%$/g, '')];

  const ofServer = contributes.commands.filter(({ command }) => command in titles);

  it('all of the server’s are there, for reports only', () => {
    assert.deepEqual(ofServer.map(({ command }) => command).sort(), Object.values(commandIds).sort());
    for (const { enablement } of ofServer) assert.match(enablement, /^gongkai\.report\b/);
  });

  it('the others are the client’s', () => {
    const sources = readdirSync(join(__dirname, '..', 'client', 'src'), { recursive: true, encoding: 'utf8' }).map(
      (file) => `client/src/${file}`,
    );
    const client = sources.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(__dirname, '..', file), 'utf8'));
    for (const { command } of contributes.commands)
      assert.ok(command in titles || client.some((source) => source.includes(`'${command}'`)), `nobody runs ${command}`);
  });

  for (const { command, title } of ofServer) {
    it(`${command} is called what the server calls it`, () => {
      const { zh, en } = titles[command as keyof typeof titles];
      assert.equal(wordsOf(title, chinese), zh);
      assert.equal(wordsOf(title, both), `${zh} ${en}`);
    });
  }

  it('what is to be pressed in the walkthrough and in the welcome is there', () => {
    const ids = new Set(contributes.commands.map(({ command }) => command));
    const woken = new Set(manifest.activationEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []));
    for (const words of [both, chinese]) {
      const pressed = [...JSON.stringify(words).matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id ?? '');
      assert.ok(pressed.length > 6);
      for (const id of pressed) assert.ok(ids.has(id) || woken.has(id), id);
    }
  });

  it('the settings are those of the keys and of the rules', () => {
    const own = Object.keys(contributes.configuration.properties).filter((name) => name !== 'gongkai.trace.server');
    const options = rules.flatMap(({ id, options = {} }) => Object.keys(options).map((name) => `gongkai.options.${id}.${name}`));
    assert.deepEqual(
      own.filter((name) => name.startsWith('gongkai.options.')),
      options,
    );
    const groups = [...new Set(own.map((name) => name.split('.')[1]!))];
    assert.deepEqual(groups.filter((name) => name !== 'options').sort(), Object.keys(keys).sort());
  });

  it('every placeholder has its words in both languages, and none is left over', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(both).sort());
    assert.deepEqual(Object.keys(both).sort(), Object.keys(chinese).sort());
  });
});
