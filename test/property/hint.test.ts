import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mayBeReport } from '../../server/src/input/hint';
import { readReport } from '../../server/src/reading/read';
import { anyDraft } from '../features/views';
import { damaged } from '../generator/damages';
import { Random } from '../generator/random';
import { render } from '../generator/render';
import { holds } from './support';

/** What the editor does not send to the server must be nothing that the server would speak of. */
describe('the cheap look at a text', () => {
  holds(
    'takes every report for one that may be',
    fc
      .record({ drawn: anyDraft, damages: fc.nat(6), seed: fc.nat() })
      .map(({ drawn: { spec, style }, damages, seed }) => damaged(render(spec, style).text, damages, new Random(seed))),
    { fixed: 150, random: 50 },
    (text) => (readReport(text).recognised && !mayBeReport(text) ? 'a report that looks like none' : undefined),
    (text) => text,
  );

  it('takes every report among the examples for one that may be', () => {
    const folder = join(__dirname, '..', '..', 'examples');
    const drafts = readdirSync(folder).filter((name) => /^(?!README).*\.(?:md|txt|html)$/.test(name));
    assert.ok(drafts.length > 10);
    const missed = drafts.filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return readReport(text).recognised && !mayBeReport(text);
    });
    assert.deepEqual(missed, []);
  });

  const texts: readonly (readonly [text: string, may: boolean])[] = [
    ['清河县民政局2023年政府信息公开工作年度报告', true],
    ['政府信息公　开 年报', true],
    ['<b>公</b><i>开</i>', true],
    ['公&nbsp;开', true],
    ['&#20844;&#24320;', true],
    ['&#x516C;&#x5F00;', true],
    ['', false],
    ['# Readme\n\nnpm install', false],
    ['公司开发手册', false],
  ];
  for (const [text, may] of texts) {
    it(`${JSON.stringify(text)} ${may ? 'may be' : 'is no'} report`, () => assert.equal(mayBeReport(text), may));
  }

  it('takes time linear in the length of the text', () => {
    // Would not end in the lifetime of a test if a blank were tried again for every one before it.
    assert.equal(mayBeReport(`公${' '.repeat(1_000_000)}`.repeat(3)), false);
    assert.equal(mayBeReport('公<'.repeat(500_000)), false);
    assert.equal(mayBeReport('公 '.repeat(500_000)), false);
  });
});
