import type { Problem } from '@mycelium/client-kit/problem';
import { showDone, showTrouble } from '../look/notify.tsx';
import { refusalText } from '../words/refusal-text.ts';

/** Why a sync did not do what was asked, in plain words where the reason is known. */
export function showRefusal(problem: Problem): void {
  const text = refusalText(problem);
  if (text) showDone(text);
  else showTrouble(problem);
}
