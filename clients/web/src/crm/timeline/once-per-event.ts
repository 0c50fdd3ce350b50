import type { Entry } from './timeline.ts';

/** What happened to several subjects by one event, such as an opportunity and its contact, said once: of the first that is shown. */
export function oncePerEvent<Told extends Pick<Entry, 'eventId' | 'kind'>>(entries: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  return entries.filter(({ eventId, kind }) => {
    const isNew = !seen.has(`${eventId} ${kind}`);
    seen.add(`${eventId} ${kind}`);
    return isNew;
  });
}
