import { problemOf } from '@mycelium/client-kit/problem';
import type { CombinedError } from 'urql';
import { showDone, showTrouble } from '../look/notify.tsx';
import { words } from '../words/words.ts';

const reasons = ['SERVICE_OFF', 'AWAITING_CONFIRMATION', 'NOT_AWAITING', 'RUN_ENDED', 'DECIDED'] as const;

/** Why a sync did not do what was asked, in plain words where the reason is known. */
export function showRefusal(error: CombinedError): void {
  const given = error.graphQLErrors[0]?.extensions.reason;
  const reason = reasons.find((known) => known === given);
  if (reason) showDone(words.t(`refusal.${reason}`));
  else showTrouble(problemOf(error));
}
