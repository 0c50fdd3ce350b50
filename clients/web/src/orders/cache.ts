import { cacheRules } from '../graph/cache-rules.ts';

// What a refund or a voiding changes, its own answer says; asked for again, that answer would have gaps.
export const rules = cacheRules({
  views: ['Query.orders', 'Order.payments', 'Order.refunds', 'Order.tickets', 'Order.lines', 'Order.explain'],
  things: { order: 'Order' },
  on: {
    orderChanged: ['orders', 'payments', 'refunds', 'tickets', 'lines', 'explain'],
    kitchenTicketChanged: 'tickets',
  },
});
