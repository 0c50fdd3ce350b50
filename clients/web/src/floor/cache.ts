import { noteForgotten } from '@mycelium/client-kit/keep-up';
import type { Cache, Variables } from '@urql/exchange-graphcache';
import { cacheRules } from '../graph/cache-rules.ts';

/** A party that no longer waits is in no answer: the change says only at which location it waited. */
function askForWaitlist(answer: Readonly<Record<string, unknown>>, args: Variables, cache: Cache): undefined {
  const id = args.locationId ?? answer.locationId;
  noteForgotten('waitlist');
  if (typeof id === 'string') cache.invalidate({ __typename: 'Location', id }, 'waitlist');
}

/** A table or an area that was removed is in no answer either. */
function askFor<const List extends string>(list: List, noun: string) {
  return (answer: Readonly<Record<string, unknown>>, args: Variables, cache: Cache): List | undefined => {
    const id = args.locationId;
    if (answer[noun] !== null || typeof id !== 'string') return list;
    noteForgotten(list);
    cache.invalidate({ __typename: 'Location', id }, list);
    return undefined;
  };
}

export const rules = cacheRules({
  lists: ['Location.tables', 'Location.floorAreas'],
  on: {
    createTable: 'tables',
    restoreTable: 'tables',
    tableChanged: askFor('tables', 'table'),
    createFloorArea: 'floorAreas',
    restoreFloorArea: 'floorAreas',
    floorAreaChanged: askFor('floorAreas', 'area'),
    joinWaitlist: askForWaitlist,
    notifyParty: askForWaitlist,
    seatParty: askForWaitlist,
    leaveWaitlist: askForWaitlist,
    waitlistChanged: askForWaitlist,
  },
});
