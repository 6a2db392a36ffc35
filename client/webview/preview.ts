import { patch } from './patch';
import { followPlaces, showCaret } from './places';
import { tabbed } from './tabs';

/** What runs in the panel: it shows what the extension sends, and says where the reader points. */

type Tab = 'preview' | 'checklist';

/** From the extension. */
type Incoming =
  | { readonly type: 'show'; readonly tab: Tab; readonly text: string; readonly uri: string; readonly caret?: number }
  | { readonly type: 'caret'; readonly offset: number };

/** What is left of the panel when the window is loaded again. */
interface State {
  readonly uri: string;
  readonly tab: Tab;
  readonly onlyOpen: boolean;
  readonly scroll: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: object): void;
  getState(): Partial<State> | undefined;
  setState(state: Partial<State>): void;
};

const host = acquireVsCodeApi();
let state: Partial<State> = host.getState() ?? {};
const keep = (more: Partial<State>): void => {
  state = { ...state, ...more };
  host.setState(state);
};

const tabs: readonly Tab[] = ['preview', 'checklist'];
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const onlyOpen = byId('only-open') as HTMLInputElement;
let caret: number | undefined;
/** The reader has just pointed at a place: it stands where it is to be seen. */
let pointed = false;
let restored = false;

const choose = tabbed(tabs, (tab) => {
  byId('filter').hidden = tab !== 'checklist';
  keep({ tab });
  host.postMessage({ type: 'tab', tab });
});

for (const tab of tabs)
  followPlaces(byId(tab), (place) => {
    pointed = true;
    host.postMessage({ type: 'reveal', ...place });
  });

const filter = (): void => void byId('checklist').classList.toggle('only-open', onlyOpen.checked);
onlyOpen.addEventListener('change', () => {
  filter();
  keep({ onlyOpen: onlyOpen.checked });
});
byId('print').addEventListener('click', () => host.postMessage({ type: 'print' }));
addEventListener('scroll', () => keep({ scroll: scrollY }), { passive: true });

addEventListener('message', ({ data }: MessageEvent<Incoming>) => {
  if (data.type === 'caret') caret = data.offset;
  else {
    patch(byId(data.tab), data.text);
    keep({ uri: data.uri });
    caret = data.caret ?? caret;
  }
  if (!restored) {
    restored = true;
    scrollTo(0, state.scroll ?? 0);
  }
  showCaret(byId('preview'), caret, data.type === 'caret' && !pointed);
  if (data.type === 'caret') pointed = false;
});

onlyOpen.checked = state.onlyOpen ?? false;
filter();
choose(state.tab ?? 'preview');
host.postMessage({ type: 'ready' });
