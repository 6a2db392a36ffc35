import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './door';
import { itShowsEveryFeature, shown } from './features';
import { House, pictures } from './house';

/** Each feature as it shows on the screen, in a Chinese and in an English browser. */
describe('features in the workbench', function () {
  this.timeout(90_000);
  this.slow(15_000);

  const house = new House('features', [shown]);
  before(() => house.open());
  after(() => house.close());

  house.inBothLanguages(
    async (workbench) => {
      await workbench.openDraft(shown);
      await workbench.untilStatus(/4 错|4 errors/);
    },
    (workbench, language) => workbench.screenshot(join(pictures, `40-features-${language}.png`)),
    (language, workbench) => {
      afterEach(async function () {
        if (this.currentTest?.state === 'failed') await workbench().screenshot(join(pictures, `failed-features-${language}.png`));
      });
      itShowsEveryFeature(language, readFileSync(join(root, 'examples', shown), 'utf8'), workbench);
    },
  );
});
