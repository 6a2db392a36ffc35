import assert from 'node:assert/strict';
import { House } from './house';
import { furnishWorks, itDoesEveryWork } from './works';

/** What a writer does, from the first steps to the export, in a Chinese and in an English browser. */
describe('works in the workbench', function () {
  this.timeout(90_000);
  this.slow(15_000);

  const house = new House('works', [], furnishWorks);
  before(() => house.open());
  after(() => house.close());

  house.inBothLanguages(
    async (workbench) => {
      // The front door opens a draft by itself.
      await workbench.untilStatus(/./);
      await workbench.closeAll();
    },
    async ({ complaints }) =>
      assert.deepEqual(
        // VS Code’s own preview of Markdown, in which a rule is explained, is refused a style sheet here.
        complaints.filter((text) => /gongkai|Content Security Policy/.test(text) && !text.includes('/extensions/markdown-')),
        [],
      ),
    (language, workbench) => itDoesEveryWork('web', language, workbench),
  );
});
