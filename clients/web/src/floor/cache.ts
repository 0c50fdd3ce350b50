import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Location.tables', 'Location.floorAreas'],
  views: ['Location.waitlist'],
  on: {
    createTable: 'tables',
    restoreTable: 'tables',
    tableChanged: 'tables',
    createFloorArea: 'floorAreas',
    restoreFloorArea: 'floorAreas',
    floorAreaChanged: 'floorAreas',
    joinWaitlist: 'waitlist',
    notifyParty: 'waitlist',
    seatParty: 'waitlist',
    leaveWaitlist: 'waitlist',
    waitlistChanged: 'waitlist',
  },
});
