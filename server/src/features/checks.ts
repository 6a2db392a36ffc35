import type { Range as LspRange } from 'vscode-languageserver';
import type { RelationState } from '../analysis/relations';
import { relationPlace, tableName } from '../editing/naming';
import type { EditionId, SectionNumber } from '../editions';
import type { Range } from '../reading/report';
import { isWritten } from '../reading/signature';
import { formatOf } from '../rules/naming';
import type { Severity } from '../rules/rule';
import { cellsOf, totalOf } from './cellRelations';
import type { Context } from './context';
import { equation } from './equations';
import { type DocumentParams, feature } from './feature';
import { firstPlace } from './outline';
import { silencedRelations } from './silenced';
import { extent, isJudged, summarize } from './summary';

/** A relation that does not hold, or of which nothing can be said. */
interface OpenRelation {
  readonly state: 'violated' | 'not-assessable';
  /** Names the table and the row or column. */
  readonly name: string;
  /** The equation with the figures of today, or why it cannot be judged. */
  readonly equation: string;
  readonly range: LspRange;
}

interface CheckedTable {
  /** 表三 */
  readonly name: string;
  /** `2021 版 · 25/25 行` */
  readonly extent: string;
  readonly range: LspRange;
  /** But for those whose fault is silenced. */
  readonly relations: Readonly<Record<RelationState['state'], number>>;
  /** Of every rule, that of sums or another. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Of the relations that are counted. Violated ones first. */
  readonly open: readonly OpenRelation[];
}

/** One of the six sections of the official format. */
interface CheckedSection {
  readonly number: SectionNumber;
  readonly name: string;
  readonly table: boolean;
  /** Where it stands; absent where it is missing, or its table or text. */
  readonly range?: LspRange;
}

/** What was checked of a draft. */
export interface Checks {
  /** What the draft is held against, by the user's settings or the config file that goes before them. */
  readonly edition: EditionId | 'auto';
  readonly tables: readonly CheckedTable[];
  /** In official order. */
  readonly sections: readonly CheckedSection[];
}

/** The request, beyond the protocol, for what was checked of a draft; `null` where it is no report. */
export const checks = feature<DocumentParams, Checks>({
  method: 'gongkai/checks',
  capabilities: () => ({}),
  answer(context) {
    const { report, relations } = context.analysis;
    if (!isJudged(report)) return null;
    const silenced = silencedRelations(context.analysis);
    return {
      edition: context.analysis.options.edition ?? 'auto',
      tables: summarize(context.analysis).tables.map(({ table, relations: counts, findings }) => ({
        name: context.say(tableName(table)),
        extent: context.say(extent(table)),
        range: context.range(firstPlace(table)),
        relations: counts,
        findings,
        open: openRelations(
          context,
          relations.filter((state) => state.table === table && !silenced.has(state)),
        ),
      })),
      sections: formatOf(report).sections.map(({ number, label, content }) => {
        const section = report.sections.find((one) => one.number === number);
        const table = content === 'prose' ? undefined : report.tables.get(content);
        const place = table
          ? firstPlace(table)
          : content === 'prose' && section && isWritten(report, section)
            ? section.heading.range
            : undefined;
        return { number, name: label.text, table: content !== 'prose', ...(place ? { range: context.range(place) } : {}) };
      }),
    };
  },
});

const openRelations = (context: Context, relations: readonly RelationState[]): OpenRelation[] =>
  (['violated', 'not-assessable'] as const).flatMap((wanted) =>
    relations.flatMap((state) =>
      state.state === wanted
        ? [
            {
              state: wanted,
              name: context.say(relationPlace(state)),
              equation: equation(state, context.view.language),
              range: context.range(placeOf(state)),
            },
          ]
        : [],
    ),
  );

/** Its total, else the first of its cells that stands in the draft, else the table. */
const placeOf = (state: RelationState): Range => (totalOf(state) ?? cellsOf(state)[0])?.range ?? firstPlace(state.table);
