import type { Fire, Line, Ticket } from './tickets.ts';

export function lineOf(id: string, more: Partial<Line> = {}): Line {
  return {
    ...{
      __typename: 'OrderLine',
      id,
      name: id,
      quantity: '1',
      allergens: [],
      seat: null,
      course: null,
      voidedAt: null,
      createdAt: '1970-01-01T00:00:00.000Z',
      orderNumber: 1,
    },
    ...{ version: 1, item: null, options: [], ...more },
  };
}

export function fireOf(kind: Fire['kind'], difference: string, line: Line, note = ''): Fire {
  return { __typename: 'KitchenFire', id: `${line.id} ${kind}`, kind, difference, note, lineId: line.id, line };
}

let made = 0;

/** A ticket of order A at the grill; each is younger than the one before. */
export function ticketOf(fires: readonly Fire[], more: Partial<Ticket> = {}): Ticket {
  made += 1;
  return {
    ...{ __typename: 'KitchenTicket', id: `ticket-${String(made).padStart(3, '0')}`, number: made, mark: null },
    ...{
      toMake: true,
      firedAt: new Date(made * 1_000).toISOString(),
      bumpedAt: null,
      recalledAt: null,
      voidedAt: null,
    },
    version: 1,
    station: { __typename: 'KitchenStation', id: 'grill', name: 'Grill' },
    order: {
      ...{
        __typename: 'Order',
        id: 'A',
        number: 1,
        channel: 'DINE_IN',
        guests: null,
        note: null,
        version: 1,
        table: null,
        ...{ firedCourses: [1], lines: [], placedAt: null },
      },
      openedAt: new Date(made * 1_000).toISOString(),
    },
    fires: [...fires],
    ...more,
  };
}
