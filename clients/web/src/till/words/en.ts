const till = {
  order: 'Order {{number}}',
  channel: { DINE_IN: 'Dine in', TAKEAWAY: 'Takeaway', DELIVERY: 'Delivery', ONLINE: 'Online' },
  entry: {
    openOrder: 'Open an order',
    addOrderLines_one: 'Add {{count}} line to an order',
    addOrderLines_other: 'Add {{count}} lines to an order',
    placeOrder: 'Send an order to the kitchen',
    fireOrder: 'Fire course {{course}}',
    holdCourse: 'Hold course {{course}}',
    serveOrder: 'Mark an order as served',
    recordCash: 'Take cash',
    broken: 'An entry that cannot be read',
  },
} as const;

export const words = { till } as const;

type Here = typeof words;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
}
