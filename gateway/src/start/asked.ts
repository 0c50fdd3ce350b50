import type { Protection } from '../operation/admission.ts';
import { defaultLimits, openLimits } from '../operation/limits.ts';
import { tellRefusals } from '../operation/refusals.ts';
import type { GatewayOptions } from '../options.ts';
import { type OpenDocuments, openDocuments } from '../persisted/open-documents.ts';
import { countUsage, type Usage } from '../usage/usage.ts';
import type { Ground } from './ground.ts';

/** Which texts may be asked by whom, what they must pass, and who hears of it. */
export interface Asked extends Omit<OpenDocuments, 'close'> {
  protection: Protection;
  usage: Usage;
}

/** Opens the lists of documents; what was counted and refused is handed over at the end. */
export async function openAsked(
  options: GatewayOptions,
  { log, open, metrics, redis, redisUrl }: Ground,
  closing: AsyncDisposableStack,
): Promise<Asked> {
  const usage = countUsage(metrics, redis, log);
  closing.defer(() => usage.close());
  const refused = tellRefusals(open ? undefined : redis, log);
  closing.defer(() => refused.close());
  const { close, ...documents } = await openDocuments({
    operations: options.operations,
    // Without login there are no API clients.
    redis: redis && redisUrl && !open ? { commands: redis, url: redisUrl } : undefined,
    mode: options.documents ?? 'free',
    log,
  });
  closing.defer(close);
  return {
    ...documents,
    usage,
    protection: {
      introspection: options.introspection ?? 'everyone',
      limits: options.limits ?? (open ? openLimits : defaultLimits),
      policies: options.policies ?? (({ policies = [] }) => policies),
      onRefused: refused.note,
    },
  };
}
