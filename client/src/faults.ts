import { l10n } from 'vscode';

/** How many findings there are of each severity. */
export type Findings = Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;

/** `3 错`, `1 警`: what is to be seen at a glance; nothing where there are neither. */
export const faultTexts = ({ error, warning }: Findings): string[] => [
  ...(error > 0 ? [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)] : []),
  ...(warning > 0 ? [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)] : []),
];
