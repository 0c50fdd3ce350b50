import type { Doorkeepers } from '../caller/admit-caller.ts';
import { createAuth, IDENTITY_SUBGRAPH, openAuth } from '../caller/auth.ts';
import { limitRates, unlimited } from '../caller/rate-limiter.ts';
import { defaultRates } from '../caller/rates.ts';
import { openRevocations, type Revocations } from '../caller/revocations.ts';
import { createTokenAuth } from '../caller/tokens.ts';
import { subgraphNow } from '../generations/generation.ts';
import type { GatewayOptions } from '../options.ts';
import type { Asked } from './asked.ts';
import type { Ground } from './ground.ts';
import type { Supergraph } from './supergraph.ts';

/** Who asks, how much they may, and since when no longer. */
export interface Callers extends Pick<Doorkeepers, 'auth' | 'rates'> {
  revocations: Revocations;
}

/** Listens for revocations. */
export function openCallers(
  options: GatewayOptions,
  { log, open, metrics, redis, redisUrl, sign, registered, current }: Ground & Asked & Supergraph,
  closing: AsyncDisposableStack,
): Callers {
  const revocations = openRevocations(redisUrl, log);
  closing.defer(() => revocations.close());
  const openly = options.tokens ? createTokenAuth(options.tokens) : openAuth;
  const rates = options.rates ?? (open ? undefined : defaultRates);
  return {
    auth: open ? openly : createAuth(subgraphNow(IDENTITY_SUBGRAPH, current), sign, revocations),
    rates: rates ? limitRates({ rates, registered, redis, metrics }) : unlimited,
    revocations,
  };
}
