import { registerEnumType } from 'type-graphql';

export enum Channel {
  DINE_IN = 'DINE_IN',
  TAKEAWAY = 'TAKEAWAY',
  DELIVERY = 'DELIVERY',
  ONLINE = 'ONLINE',
}
registerEnumType(Channel, {
  name: 'Channel',
  description: 'How guests order.',
  valuesConfig: {
    DINE_IN: { description: 'At a table or the bar.' },
    TAKEAWAY: { description: 'At the counter, to take along.' },
    DELIVERY: { description: 'Brought to them.' },
    ONLINE: { description: 'On the web, picked up by themselves.' },
  },
});
