import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackWoff } from './font';

const root = dirname(dirname(__dirname));

/** Browsers that may be installed, for machines that the pinned one does not run on. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the lock file pins, with a Chinese font, unpacked once into the repository's cache: it needs nothing
 * of the system. It is packed for 64-bit Linux; elsewhere, or where GONGKAI_BROWSER names one, an installed browser is
 * taken.
 */
async function program(): Promise<{ path: string; env?: Record<string, string> }> {
  const pinned = process.platform === 'linux' && process.arch === 'x64';
  const chosen = process.env.GONGKAI_BROWSER ?? (pinned ? undefined : installed.find(existsSync));
  if (chosen) return { path: chosen };
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const home = join(root, '.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  return { path: join(home, 'chromium'), env: { FONTCONFIG_PATH: join(home, 'fonts'), LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } };
}

async function unpack(home: string): Promise<void> {
  mkdirSync(dirname(home), { recursive: true });
  // The package unpacks into the system's temporary folder and takes whatever it finds there for complete.
  const partial = mkdtempSync(join(dirname(home), 'unpacking-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await packed.executablePath();
    await inflate(join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const font = join(root, 'node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff');
  writeFileSync(join(partial, 'fonts', 'noto-sans-sc.ttf'), unpackWoff(readFileSync(font)));
  writeFileSync(
    join(partial, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts', 'cache')}</cachedir></fontconfig>
`,
  );
  try {
    renameSync(partial, home);
  } catch (error) {
    // Another run may have been faster.
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** Starts the browser, without a window and without a word to the outside. */
export async function launch(): Promise<Browser> {
  const { path, env } = await program();
  return chromium.launch({
    executablePath: path,
    headless: true,
    env: { HOME: tmpdir(), ...(process.env as Record<string, string>), ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
