import type { Context } from '@mycelium/kit/context';
import { Forbidden, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { eventTypes } from '@mycelium/schema/event-types';
import type { KnownType, Registry } from '../event-type/registry.ts';
import { checkTeller } from './check-teller.ts';

/** What every target of an event is asked for by name. */
const EVERYONE = 'all';

/** What somebody wants to publish, as far as its type has a say in it. */
export interface Told {
  eventType: string;
  source?: string | null;
  targets?: string[] | null;
  payload: unknown;
}

/** An event's type, source, targets and payload, as the registry of the tenant allows them; throws with the path of what it does not allow. */
export function checkEvent(
  ctx: Pick<Context, 'viewer'>,
  registry: Registry,
  { eventType, source: given, targets: asked, payload: said }: Told,
  path: readonly string[],
) {
  const type = registry.type(eventType);
  if (!type)
    throw new Invalid(`There is no event type ${eventType}.`, [...path, 'eventType'], {
      reason: 'UNKNOWN_TYPE',
      name: eventType,
    });
  checkTeller(ctx, type);
  const source = sourceOf(ctx, type, registry, given ?? undefined, path);
  const payload = parseInput(type.payload, said, [...path, 'payload']);
  const addressee = eventTypes.get(type.name)?.addressee?.(payload);
  const wanted = targetsOf(type, source, asked ?? undefined, path);
  const targets = addressee ? targetsOf(type, source, [addressee], path) : wanted;
  const chosen = !addressee && asked && !asked.includes(EVERYONE) ? targets : undefined;
  return { type, source, targets, chosen, payload };
}

/** A key speaks for its application alone; people speak for whichever publishes the type. */
function sourceOf(
  { viewer }: Pick<Context, 'viewer'>,
  type: KnownType,
  registry: Registry,
  given: string | undefined,
  path: readonly string[],
): string {
  if (viewer.kind === 'client' && !viewer.application)
    throw new Forbidden('This key acts for no application; give its client one first.');
  const source = given ?? viewer.application ?? type.source;
  if (viewer.application && source !== viewer.application)
    throw new Forbidden(`This key acts for ${viewer.application}, not for ${source}.`);
  if (!registry.applications.has(source)) throw new Invalid(`There is no application ${source}.`, [...path, 'source']);
  if (source !== type.source) throw new Invalid(`${type.name} is published by ${type.source}.`, [...path, 'source']);
  return source;
}

function targetsOf(type: KnownType, source: string, given: string[] | undefined, path: readonly string[]): string[] {
  const all = type.targets.filter((target) => target !== source);
  if (!given || given.includes(EVERYONE)) return [...all];
  const wrong = given.findIndex((target) => !all.includes(target));
  if (wrong >= 0) throw new Invalid(`${given[wrong]} does not receive ${type.name}.`, [...path, 'targets', wrong]);
  return [...new Set(given)];
}
