/**
 * Panels of which one is shown, each with its tab, `tab-ID`; arrows go from one tab to the next. Gives what chooses one; `chosen` is
 * told of it.
 */
export function tabbed<Id extends string>(ids: readonly Id[], chosen: (id: Id) => void): (id: Id) => void {
  const element = (id: string): HTMLElement => document.getElementById(id)!;
  const choose = (id: Id): void => {
    for (const one of ids) {
      element(one).hidden = one !== id;
      element(`tab-${one}`).setAttribute('aria-selected', String(one === id));
      element(`tab-${one}`).tabIndex = one === id ? 0 : -1;
    }
    chosen(id);
  };
  for (const [i, id] of ids.entries()) {
    const tab = element(`tab-${id}`);
    tab.addEventListener('click', () => choose(id));
    tab.addEventListener('keydown', ({ key }) => {
      const other = ids[i + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)];
      if (other === undefined || other === id) return;
      choose(other);
      element(`tab-${other}`).focus();
    });
  }
  return choose;
}
