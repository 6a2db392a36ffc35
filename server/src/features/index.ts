import { checks } from './checks';
import { codeActions } from './codeActions';
import { codeLenses } from './codeLenses';
import { completion } from './completion';
import type { Feature } from './feature';
import { folding } from './folding';
import { formatting, onTypeFormatting, rangeFormatting } from './formatting';
import { highlights } from './highlights';
import { hover } from './hover';
import { inlayHints } from './inlayHints';
import { definition, references } from './references';
import { selectionRanges } from './selectionRanges';
import { semanticTokens, semanticTokensRange } from './semanticTokens';
import { symbols } from './symbols';

/** What the server answers about a draft. Adding a feature: its file and a line here. */
export const features: readonly Feature[] = [
  checks,
  codeActions,
  codeLenses,
  completion,
  definition,
  folding,
  formatting,
  highlights,
  hover,
  inlayHints,
  onTypeFormatting,
  rangeFormatting,
  references,
  selectionRanges,
  semanticTokens,
  semanticTokensRange,
  symbols,
];
