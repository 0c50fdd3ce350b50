import { openCache } from '../answer/cache/open-cache.ts';
import { IDENTITY_SUBGRAPH } from '../caller/auth.ts';
import { clientNamer } from '../caller/client-name.ts';
import { grantedBy } from '../caller/tokens.ts';
import { type Generations, openGenerations } from '../generations/reload.ts';
import { createHttpContexts, type HttpContexts } from '../http/context.ts';
import type { GatewayOptions } from '../options.ts';
import type { Asked } from './asked.ts';
import type { Ground } from './ground.ts';

/** What is served, and how it is exchanged. */
export interface Supergraph extends Omit<Generations, 'stop'> {
  contexts: HttpContexts;
}

/** Opens the cache and the subgraphs; they close when nothing that began here runs any more. Throws for a supergraph that cannot be served. */
export async function openSupergraph(
  options: GatewayOptions,
  { log, open, metrics, redisUrl, sign, traffic, protection, usage, manifests }: Ground & Asked,
  closing: AsyncDisposableStack,
  onSwap: () => void,
): Promise<Supergraph> {
  const cache = openCache(options.cacheSeconds, redisUrl, log);
  closing.defer(() => cache?.store.close());
  const nameClient = clientNamer(options.clients ?? []);
  const contexts = createHttpContexts({ log, open, mode: options.documents ?? 'free', nameClient });
  const { stop, ...generations } = await openGenerations(
    options.supergraphSdl,
    {
      locations: options.subgraphs ?? {},
      sign,
      metrics,
      log,
      protection,
      usage,
      needed: open ? [] : [IDENTITY_SUBGRAPH],
      grants: open && !options.policies ? grantedBy(options.tokens) : 'everything',
      context: contexts.contextOf,
      traffic,
      cache,
      rest: options.rest,
      manifests,
    },
    onSwap,
  );
  closing.defer(stop);
  return { ...generations, contexts };
}
