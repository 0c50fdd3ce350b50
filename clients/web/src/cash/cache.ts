import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Location.drawers', 'Location.cashSessions', 'Query.xReport', 'CashSession.movements', 'CashSession.zReport'],
  things: { drawer: 'Drawer', cashSession: 'CashSession' },
  on: {
    createDrawer: 'drawers',
    updateDrawer: 'drawers',
    archiveDrawer: 'drawers',
    restoreDrawer: 'drawers',
    openCashSession: ['drawers', 'cashSessions'],
    paidIn: 'xReport',
    paidOut: 'xReport',
    drop: 'xReport',
    tipsPaidOut: 'xReport',
    closeCashSession: ['drawers', 'cashSessions', 'zReport'],
    cashChanged: ({ session }) => {
      const isClosed = typeof session === 'object' && session !== null && Reflect.get(session, 'closedAt') !== null;
      // Of what is closed there is no X report any more.
      return isClosed ? ['drawers', 'cashSessions', 'zReport'] : ['drawers', 'cashSessions', 'movements', 'xReport'];
    },
  },
});
