import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.displays', 'Tenant.menuBoards'],
  views: ['MenuBoard.displays'],
  things: { display: 'Display', menuBoard: 'MenuBoard' },
  on: {
    pairDisplay: 'displays',
    displayHealthChanged: 'displays',
    createMenuBoard: 'menuBoards',
    removeMenuBoard: 'menuBoards',
    menuBoardChanged: 'menuBoards',
  },
});
