import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Send } from './connection';
import { FramedReader, framedWriter } from './framing';
import { configText } from './input/configFile';
import { serverFlags } from './input/engine';
import type { Lifecycle } from './lifecycle';
import type { Files } from './projects';
import type { Client } from './server';

for (const flag of serverFlags) setFlagsFromString(flag);

/** Milliseconds between two looks at whether the client's process still runs. */
const watchInterval = 3000;

function watch(processId: number, exit: () => void): void {
  const look = (): void => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // Anything else, as a lack of rights, says that there is such a process.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') exit();
    }
  };
  setInterval(look, watchInterval).unref();
}

const files: Files = {
  read(uri) {
    try {
      const path = fileURLToPath(uri);
      return existsSync(path) ? configText(statSync(path).size, () => readFileSync(path)) : undefined;
    } catch {
      return undefined;
    }
  },
  isTop(folder) {
    try {
      return existsSync(join(fileURLToPath(folder), '.git'));
    } catch {
      return true;
    }
  },
  // A bundle of its own, loaded when there is such a file.
  readYaml: (text) => require(join(__dirname, 'yaml.js')).readYaml(text),
};

/** The client of a process: over the channel of its parent (`--node-ipc`), or else over stdin and stdout. */
export function clientOf(lifecycle: Lifecycle): Client {
  const ipc = process.argv.includes('--node-ipc');
  const send: Send = ipc ? (message) => void process.send?.(message, undefined, undefined, () => undefined) : framedWriter(process.stdout);

  // stdout belongs to the protocol.
  console.log = console.info = console.debug = console.error;

  const exit = (): void => process.exit(lifecycle.exitCode);
  if (ipc) process.once('disconnect', exit);
  else process.stdin.once('end', exit).once('close', exit);
  process.stdout.on('error', exit);

  return {
    send,
    listen(take) {
      if (ipc) process.on('message', (message) => take([message]));
      else new FramedReader(send).listen(process.stdin, take);
    },
    exit,
    watch: (processId) => watch(processId, exit),
    files,
  };
}
