import { problemOf } from '@mycelium/client-kit/problem';
import type { CombinedError } from 'urql';
import { showDone, showTrouble } from '../look/notify.tsx';
import { refusalText } from '../words/refusal-text.ts';

/** Why a sync did not do what was asked, in plain words where the reason is known. */
export function showRefusal(error: CombinedError): void {
  const problem = problemOf(error);
  const text = refusalText(problem);
  if (text) showDone(text);
  else showTrouble(problem);
}
