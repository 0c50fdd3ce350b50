import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Query.orders', 'Order.payments', 'Order.refunds', 'Order.tickets', 'Order.lines', 'Order.explain'],
  things: { order: 'Order' },
  on: {
    orderChanged: ['orders', 'payments', 'refunds', 'tickets', 'lines', 'explain'],
    kitchenTicketChanged: 'tickets',
    refund: ['payments', 'refunds'],
  },
});
