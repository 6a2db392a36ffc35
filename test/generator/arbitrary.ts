import fc from 'fast-check';
import type { DocumentStyle } from './document';
import type { LabelStyle } from './labels';
import type { PipeStyle } from './layouts/pipe';
import { balancedTable, type Figures } from './model';
import { type ProseStyle, prose } from './prose';
import { Random } from './random';
import type { DraftStyle, LayoutName, LayoutStyle } from './render';
import type { Spec } from './spec';
import { units } from './units';

/**
 * Every choice is a value of its own whose first alternative is the plain one, so that a failure shrinks to the
 * plainest draft that still fails.
 */
const seed = fc.integer({ min: 0, max: 0x7fffffff });
const choice = <T>(...choices: T[]): fc.Arbitrary<T> => fc.constantFrom(...choices);
const yes = fc.boolean();

const labelStyle: fc.Arbitrary<LabelStyle> = fc.record({
  brackets: choice<LabelStyle['brackets']>('full', 'half', 'mixed'),
  numbering: choice<LabelStyle['numbering']>('1.', '1. ', '1．', '1、'),
  quotes: choice<LabelStyle['quotes']>('curly', 'straight', 'none'),
  punctuation: choice<LabelStyle['punctuation']>('full', 'half'),
  blanks: choice<LabelStyle['blanks']>('none', 'some', 'spread'),
  accepted: yes,
});

const documentStyle: fc.Arbitrary<DocumentStyle> = fc.record({
  title: fc.record({ lines: choice<'one' | 'two'>('one', 'two'), blanks: choice<'none' | 'some'>('none', 'some') }),
  labels: labelStyle,
  headingBlanks: choice(false, false, true),
});

const plain = { heading: choice<'plain' | '#' | '##' | 'bold'>('plain', '#', '##', 'bold'), spaced: yes, indented: yes };
const markdown = { heading: choice<'##' | '#' | 'bold'>('##', '#', 'bold'), spaced: fc.constant(true), indented: fc.constant(false) };
const gfm = {
  ...markdown,
  spans: choice<'blank' | 'repeated'>('blank', 'repeated'),
  padding: choice<'one' | 'none' | 'aligned'>('one', 'none', 'aligned'),
  bold: yes,
  colons: yes,
  unframed: yes,
  blocks: yes,
};
const printed = {
  gaps: yes,
  labelWidth: fc.integer({ min: 11, max: 40 }).map((width) => 51 - width),
  narrowHeads: yes,
  vertical: choice<0 | 1 | 2 | 3>(0, 1, 2, 3),
  groupWidth: choice<0 | 3 | 4>(0, 3, 4),
  page: choice(0, 12, 23, 40),
  repeatedHeads: yes,
  measure: choice(30, 28, 36),
};

const layouts: { readonly [name in LayoutName]: fc.Arbitrary<LayoutStyle> } = {
  tab: fc.record({
    layout: fc.constant('tab' as const),
    style: fc.record({
      ...plain,
      rows: choice<'grid' | 'packed' | 'ragged'>('grid', 'packed', 'ragged'),
      breaks: yes,
      repeatedHeads: yes,
      shifted: yes,
      cutGroup: yes,
      splitNumbers: yes,
      blankRow: yes,
    }),
  }),
  pipe: fc.record({
    layout: fc.constant('pipe' as const),
    style: fc.record({
      ...plain,
      cells: choice<PipeStyle['cells']>('padded', 'open', 'framed', 'tight', 'line', 'filled', 'opened', 'headed', 'divided'),
      beyond: choice(0, 7),
      spacedRows: yes,
      bareLast: yes,
    }),
  }),
  gfm: fc.record({ layout: fc.constant('gfm' as const), style: fc.record(gfm) }),
  'small-tables': fc.record({
    layout: fc.constant('small-tables' as const),
    style: fc.record({ ...gfm, unframed: fc.constant(false), rowHeading: choice<'#' | 'bold'>('#', 'bold') }),
  }),
  html: fc.record({
    layout: fc.constant('html' as const),
    style: fc.record({
      headings: choice<'p-strong' | 'h' | 'p' | 'div-span'>('p-strong', 'h', 'p', 'div-span'),
      page: yes,
      pretty: yes.map((flat) => !flat),
      attributes: yes,
      spans: yes,
      litter: yes,
      paragraphs: yes,
      omittedEnds: yes,
      upperCase: yes,
      metadata: yes,
      layoutTable: yes,
      references: yes,
      headCells: yes,
    }),
  }),
  lines: fc.record({
    layout: fc.constant('lines' as const),
    style: fc.record({ ...plain, gaps: choice<'none' | 'rows' | 'some' | 'all'>('none', 'rows', 'some', 'all'), cutLabels: yes }),
  }),
  columns: fc.record({ layout: fc.constant('columns' as const), style: fc.record({ ...printed, columns: fc.constant(true) }) }),
  words: fc.record({ layout: fc.constant('words' as const), style: fc.record({ ...printed, columns: fc.constant(false) }) }),
};

export const draftStyle = (layout: LayoutName): fc.Arbitrary<DraftStyle> =>
  fc.record({
    document: documentStyle,
    layout: layouts[layout],
    radicals: choice(0, 0, 0, 0.5, 1),
    crlf: choice(false, false, true),
    bom: choice(false, false, false, true),
    seed,
  });

/** A report of one edition whose figures agree with one another. */
export const balancedSpec: fc.Arbitrary<Spec> = fc
  .record({
    edition: choice<'2021' | '2019'>('2021', '2019'),
    later: fc.integer({ min: 0, max: 6 }),
    unit: fc.constantFrom(...units),
    figures: choice<Figures>('zero', 'few', 'many', 'distinct'),
    proseStyle: fc.record<ProseStyle>({
      preamble: yes,
      headed: yes,
      around: yes,
      signed: yes,
      length: choice<'short' | 'long'>('short', 'long'),
    }),
    seed,
  })
  .map(({ edition, later, unit, figures, proseStyle, seed: drawn }) => {
    const random = new Random(drawn);
    const year = edition === '2019' ? 2019 + (later % 2) : 2021 + later;
    const mayMakeRules = unit.rules === 'may';
    return {
      year,
      unit,
      edition,
      values: {
        disclosure: balancedTable(edition, 'disclosure', random.fork(), figures, mayMakeRules),
        requests: balancedTable(edition, 'requests', random.fork(), figures, mayMakeRules),
        disputes: balancedTable(edition, 'disputes', random.fork(), figures, mayMakeRules),
      },
      prose: prose(unit, year, random.fork(), proseStyle),
      faults: {},
    };
  });
