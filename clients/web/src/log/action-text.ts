import type { ActionWords } from '../words/all-words.ts';
import { words } from '../words/words.ts';

/** What somebody did, in the language of the console; undefined for an action that it has no words for. */
export function actionText(action: string): string | undefined {
  const name = action === 'security.alert' ? 'securityAlert' : action;
  return isKnown(name) ? words.t(`done.${name}`) : undefined;
}

function isKnown(name: string): name is keyof ActionWords {
  return words.exists(`done.${name}`);
}
