import { applicationFacts } from './applications.ts';
import { type EventType, isEventType } from './event-type.ts';
import * as outside from './outside.ts';
import { contracts } from './roster.ts';

/** Every event type that is promised, by its canonical name. */
export const eventTypes: ReadonlyMap<string, EventType> = known([outside, ...Object.values(contracts)]);

/** Whether nobody but the platform may tell this type. */
export function isPlatformOnly(name: string): boolean {
  const type = eventTypes.get(name);
  return type !== undefined && (type.toldBy ?? 'PLATFORM') === 'PLATFORM';
}

/** What all of them export; throws where a name is taken twice, or an application is none. */
function known(files: readonly object[]): Map<string, EventType> {
  const types = new Map<string, EventType>();
  for (const type of files
    .flatMap((file) => Object.values<unknown>(file as Record<string, unknown>))
    .filter(isEventType)) {
    if (types.has(type.name)) throw new Error(`There are two event types ${type.name}.`);
    const targets = type.targets === 'all' ? [] : type.targets;
    for (const application of [type.source, ...targets])
      if (!applicationFacts.has(application))
        throw new Error(`${type.name} names ${application}, which is no application.`);
    types.set(type.name, type);
  }
  return types;
}
