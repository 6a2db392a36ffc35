import assert from 'node:assert/strict';
import { House } from './house';
import { Workbench } from './workbench';
import { furnishWorks, itDoesEveryWork } from './works';

/** What a writer does, from the first steps to the export, in a Chinese and in an English browser. */
describe('works in the workbench', function () {
  this.timeout(90_000);
  this.slow(15_000);

  const house = new House('works', [], furnishWorks);
  before(() => house.open());
  after(() => house.close());

  for (const [language, locale] of [
    ['zh', 'zh-CN'],
    ['en', 'en-US'],
  ] as const)
    describe(`in a browser that speaks ${locale}`, () => {
      let workbench: Workbench;
      before(async () => {
        workbench = await Workbench.open(house.browser, house.address, locale);
        // The front door opens a draft by itself.
        await workbench.untilStatus(/./);
        await workbench.closeAll();
      });
      after(async () => {
        await workbench?.close();
        assert.deepEqual(
          // VS Code’s own preview of Markdown, in which a rule is explained, is refused a style sheet here.
          workbench?.complaints.filter((text) => /gongkai|Content Security Policy/.test(text) && !text.includes('/extensions/markdown-')),
          [],
        );
      });

      itDoesEveryWork('web', language, () => workbench);
    });
});
