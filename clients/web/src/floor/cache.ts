import { noteForgotten } from '@mycelium/client-kit/keep-up';
import type { Cache, Variables } from '@urql/exchange-graphcache';
import { cacheRules } from '../graph/cache-rules.ts';

/** A party that no longer waits is in no answer: the change says only at which location it waited. */
function askForWaitlist(answer: Readonly<Record<string, unknown>>, args: Variables, cache: Cache): undefined {
  const id = args.locationId ?? answer.locationId;
  noteForgotten('waitlist');
  if (typeof id === 'string') cache.invalidate({ __typename: 'Location', id }, 'waitlist');
}

/** A table that was removed is in no answer either. */
function askForTables(answer: Readonly<Record<string, unknown>>, args: Variables, cache: Cache): 'tables' | undefined {
  const id = args.locationId;
  if (answer.table !== null || typeof id !== 'string') return 'tables';
  noteForgotten('tables');
  cache.invalidate({ __typename: 'Location', id }, 'tables');
  return undefined;
}

export const rules = cacheRules({
  lists: ['Location.tables', 'Location.floorAreas'],
  on: {
    createTable: 'tables',
    restoreTable: 'tables',
    tableChanged: askForTables,
    createFloorArea: 'floorAreas',
    restoreFloorArea: 'floorAreas',
    floorAreaChanged: 'floorAreas',
    joinWaitlist: askForWaitlist,
    notifyParty: askForWaitlist,
    seatParty: askForWaitlist,
    leaveWaitlist: askForWaitlist,
    waitlistChanged: askForWaitlist,
  },
});
