import { type Disposable, type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** Questions that are asked one after the other, each with its number and a way back. */

/** Where in the sequence a question stands. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

const BACK = Symbol('back');
type Answer<Value> = Value | typeof BACK | undefined;

/** Asks with what has been answered so far; answers of this question are kept in `answers`. */
export type Question<Answers> = (answers: Partial<Answers>, place: Place) => Promise<Answer<Partial<Answers>>>;

/** All answers; nothing where a question was dismissed. */
export async function inSteps<Answers>(title: string, questions: readonly Question<Answers>[]): Promise<Answers | undefined> {
  let answers: Partial<Answers> = {};
  for (let i = 0; i < questions.length; ) {
    const answer = await questions[i]?.(answers, { title, step: i + 1, totalSteps: questions.length });
    if (answer === undefined) return undefined;
    if (answer === BACK) i--;
    else {
      answers = { ...answers, ...answer };
      i++;
    }
  }
  return answers as Answers;
}

/** Asks for a line of text. `problem`: what is wrong with it, nothing where it will do. */
export function askText(
  place: Place,
  {
    value,
    prompt,
    placeholder,
    problem,
  }: { value: string; prompt: string; placeholder: string; problem(text: string): string | undefined },
): Promise<Answer<string>> {
  const input = Object.assign(window.createInputBox(), place, { value, prompt, placeholder, valueSelection: [0, value.length] as const });
  return ask<string>(input, place, (resolve) => [
    input.onDidChangeValue(() => {
      // What is not finished is not called wrong while it is typed.
      input.validationMessage = undefined;
    }),
    input.onDidAccept(() => {
      input.validationMessage = problem(input.value.trim());
      if (input.validationMessage === undefined) resolve(input.value.trim());
    }),
    input.onDidTriggerButton(() => resolve(BACK)),
  ]);
}

/** Asks for one of some items. `active`: the one that Enter takes. */
export function askPick<Item extends QuickPickItem>(
  place: Place,
  { items, active, placeholder }: { items: readonly Item[]; active: Item | undefined; placeholder: string },
): Promise<Answer<Item>> {
  const pick = Object.assign(window.createQuickPick<Item>(), place, { items, placeholder, matchOnDescription: true });
  if (active) pick.activeItems = [active];
  return ask<Item>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) resolve(chosen);
    }),
    pick.onDidTriggerButton(() => resolve(BACK)),
  ]);
}

/** Whether a question was answered: neither dismissed nor left for the one before. */
export const isAnswer = <Value>(answer: Answer<Value>): answer is Value => answer !== undefined && answer !== BACK;

async function ask<Value>(
  input: QuickInput & { buttons: readonly unknown[] },
  { step }: Place,
  listen: (resolve: (answer: Answer<Value>) => void) => Disposable[],
): Promise<Answer<Value>> {
  const listeners: Disposable[] = [];
  try {
    return await new Promise<Answer<Value>>((resolve) => {
      // Chinese names are looked up in another window.
      input.ignoreFocusOut = true;
      input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
      listeners.push(
        ...listen(resolve),
        input.onDidHide(() => resolve(undefined)),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    input.dispose();
  }
}
