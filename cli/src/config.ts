import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Config, type Preferences, readConfig } from '../../server/src/config/config';
import { isIncluded } from '../../server/src/config/globs';
import { type ParsedTree, readTree } from '../../server/src/config/tree';
import { configNames, configText } from '../../server/src/input/configFile';
import type { Language } from './language';

/** A config file that was found. */
interface Found extends Config {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
}

/**
 * The config files of the drafts: of each the nearest one, from its own folder upwards to the one that holds `.git`, or the
 * root of the file system. Every file is read once.
 */
export class Configs {
  /** By folder. */
  private readonly known = new Map<string, Found | undefined>();
  private readonly read = new Map<string, Found>();

  /** What holds for a draft; nothing said where there is no config. */
  of(file: string): Preferences {
    return this.in(dirname(resolve(file)))?.preferences ?? {};
  }

  /** Whether a draft that was found in a folder is to be checked. */
  includes(file: string): boolean {
    const path = resolve(file);
    const found = this.in(dirname(path));
    return !found || isIncluded(relative(found.folder, path).split(sep).join('/'), found.preferences);
  }

  /** What is wrong in the files that were read, one line each: with place, as compilers write it. */
  *faults(language: Language): Iterable<string> {
    for (const { file, text, faults } of this.read.values()) {
      for (const { range, message } of faults) {
        const before = text.slice(0, range.start).split(/\r\n?|\n/);
        const name = relative('', file) || file;
        yield `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}${language === 'zh' ? '：' : ': '}${message[language]}`;
      }
    }
  }

  private in(folder: string): Found | undefined {
    if (this.known.has(folder)) return this.known.get(folder);
    const file = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const above = dirname(folder);
    const isTop = above === folder || existsSync(join(folder, '.git'));
    const found = file ? this.open(file, folder) : isTop ? undefined : this.in(above);
    this.known.set(folder, found);
    return found;
  }

  private open(file: string, folder: string): Found {
    const read = configText(statSync(file).size, () => readFileSync(file));
    const found = { file, folder, text: read.text, ...readConfig(readTree(file, read, readYaml)) };
    this.read.set(file, found);
    return found;
  }
}

/** In a bundle of its own, loaded when there is such a file. */
const readYaml = (text: string): ParsedTree => require(join(__dirname, 'yaml.js')).readYaml(text);
