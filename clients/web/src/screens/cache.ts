import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.displays', 'Tenant.menuBoards', 'Tenant.stations'],
  views: ['MenuBoard.displays'],
  things: { display: 'Display', menuBoard: 'MenuBoard', station: 'Station' },
  on: {
    pairDisplay: 'displays',
    displayHealthChanged: 'displays',
    pairStation: 'stations',
    stationChanged: 'stations',
    createMenuBoard: 'menuBoards',
    removeMenuBoard: 'menuBoards',
    menuBoardChanged: 'menuBoards',
  },
});
