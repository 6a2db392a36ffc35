import type { Analysis } from '../analysis/analyze';
import type { Bilingual } from '../editions';
import type { Finding } from '../rules/rule';
import type { Check } from './check';

/** A finding, and the reason for which it is silenced, where it is. */
interface Found {
  readonly finding: Finding;
  readonly silenced?: string;
}

/** What was found in a draft, to be said once each: whoever says it takes it. */
export class Findings {
  private left: readonly Found[];

  constructor(
    { findings, suppressed }: Analysis,
    readonly language: keyof Bilingual,
  ) {
    this.left = [...findings.map((finding) => ({ finding })), ...suppressed.map(({ finding, reason }) => ({ finding, silenced: reason }))];
  }

  take(test: (finding: Finding) => boolean): Found[] {
    const [taken, left]: [Found[], Found[]] = [[], []];
    for (const one of this.left) (test(one.finding) ? taken : left).push(one);
    this.left = left;
    return taken;
  }

  say(words: Bilingual): string {
    return words[this.language];
  }

  /** What was found as checks; `name`: what it was found about. */
  checks(found: readonly Found[], name: string): Check[] {
    return found.map(({ finding: { range, rule, severity, message }, silenced }) => {
      const said = this.say(message);
      const common = { name, range, rule, severity };
      if (silenced === undefined) return { ...common, state: 'violated', detail: said };
      const why = silenced === '' ? this.say(noReason) : this.say({ zh: `理由：${silenced}`, en: `Reason: ${silenced}` });
      return { ...common, state: 'silenced', detail: `${said} ${why}` };
    });
  }
}

const noReason: Bilingual = { zh: '没有写理由', en: 'no reason given' };
