import type { AnalyzeOptions } from './analysis/analyze';
import { judging, type Preferences } from './config/config';
import { defaultEditing, type EditingOptions } from './editing/edit';

/** What holds for a draft, of all that the user and the project say. */
export interface Settings {
  readonly analysis: AnalyzeOptions;
  readonly fill: EditingOptions['fill'];
  /** Of new tables in a draft without any; as is usual in its language where absent. */
  readonly layout: EditingOptions['layout'] | undefined;
  /** The draft is not to be checked. */
  readonly excluded: boolean;
}

/** The settings that some preferences make; `excluded` is not theirs to say. */
export function settingsOf(preferences: Preferences, excluded = false): Settings {
  const { skeleton } = preferences;
  return {
    analysis: judging(preferences),
    fill: skeleton?.fill ?? defaultEditing.fill,
    layout: skeleton?.layout === 'auto' ? undefined : skeleton?.layout,
    excluded,
  };
}

export const sameSettings = (one: Settings, other: Settings): boolean => JSON.stringify(one) === JSON.stringify(other);

/** New tables are written as is usual in the language of the document, unless the settings say how. */
export const editingOptions = ({ fill, layout }: Settings, languageId: string): EditingOptions => ({
  fill,
  layout: layout ?? (languageId === 'html' ? 'html' : languageId === 'plaintext' ? 'tab' : 'gfm'),
});
