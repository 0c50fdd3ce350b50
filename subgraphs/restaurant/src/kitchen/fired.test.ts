import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import { differencesOf, type Fire, type KitchenLine, movedFires } from './fired.ts';

interface Line extends KitchenLine {
  order: string;
}

/** Orders and the ledger of their kitchen. Each send that has something to say is a ticket. */
interface Kitchen {
  lines: Line[];
  ledger: Fire[];
  tickets: Fire[][];
}

function emptyKitchen(): Kitchen {
  return { lines: [], ledger: [], tickets: [] };
}

function order(kitchen: Kitchen, says: string, quantity: string, more: Partial<Line> = {}): Line {
  const line = { id: `${kitchen.lines.length}`, order: 'A', quantity, stationIds: ['plancha'], says, ...more };
  kitchen.lines.push(line);
  return line;
}

function send(kitchen: Kitchen, orderId = 'A'): void {
  const fires = differencesOf(
    kitchen.lines.filter((line) => line.order === orderId),
    kitchen.ledger,
  );
  if (fires.length > 0) kitchen.tickets.push(fires);
  kitchen.ledger.push(...fires);
}

function split(kitchen: Kitchen, line: Line, quantity: number, orderId: string): void {
  const part = order(kitchen, line.says, String(quantity), {
    ...line,
    id: `${kitchen.lines.length}`,
    order: orderId,
    quantity: String(quantity),
  });
  line.quantity = String(Number(line.quantity) - quantity);
  const ofLine = kitchen.ledger.filter(({ lineId }) => lineId === line.id);
  kitchen.ledger.push(...movedFires(ofLine, String(quantity), part.id));
}

/** What each case does; what comes of it stands in the table. */
const histories: Record<string, (kitchen: Kitchen) => void> = {
  'fire-once': (kitchen) => {
    order(kitchen, 'pastor', '2');
    order(kitchen, 'agua', '1', { stationIds: ['bar'] });
    send(kitchen);
    send(kitchen);
  },
  'add-after-send': (kitchen) => {
    const pastor = order(kitchen, 'pastor', '2');
    send(kitchen);
    pastor.quantity = '3';
    send(kitchen);
  },
  'note-after-send': (kitchen) => {
    const torta = order(kitchen, 'torta', '1');
    send(kitchen);
    torta.says = 'torta "sin cebolla"';
    send(kitchen);
  },
  'cancel-names-its-note': (kitchen) => {
    order(kitchen, 'torta', '1');
    const second = order(kitchen, 'torta "sin cebolla"', '1');
    order(kitchen, 'torta "doble queso"', '1');
    send(kitchen);
    second.quantity = '0';
    send(kitchen);
  },
};
const untold: Record<string, (kitchen: Kitchen) => void> = {
  'split-after-served': (kitchen) => {
    const burger = order(kitchen, 'burger', '3');
    const pizza = order(kitchen, 'pizza', '3');
    send(kitchen);
    for (const orderId of ['B', 'C']) {
      split(kitchen, burger, 1, orderId);
      split(kitchen, pizza, 1, orderId);
      send(kitchen, orderId);
      send(kitchen);
    }
  },
  'split-while-cooking': (kitchen) => {
    const dish = order(kitchen, 'tampiqueña', '2');
    send(kitchen);
    split(kitchen, dish, 1, 'B');
    send(kitchen, 'B');
    send(kitchen);
  },
  transfer: (kitchen) => {
    order(kitchen, 'mole', '3');
    send(kitchen);
    for (const line of kitchen.lines) line.order = 'table 2';
    send(kitchen, 'table 2');
  },
  refund: (kitchen) => {
    order(kitchen, 'mole', '1');
    send(kitchen);
    send(kitchen);
  },
};

interface Given {
  tickets?: { station?: string; delta: string[]; mark?: string }[];
  newTickets?: unknown[];
  openTicket?: { lines?: string[] };
  fired?: string[];
  held?: string[];
}
const cases = casesOf<object, Given>('kitchen');

test.each(cases.filter(({ id }) => id in histories))('$id: $why', ({ id, expected }) => {
  const kitchen = emptyKitchen();
  histories[id]?.(kitchen);
  const byStation = kitchen.tickets.flatMap((fires) => [...Map.groupBy(fires, ({ stationId }) => stationId)]);
  const seen = new Set<string>();
  const tickets = byStation.map(([station, fires]) => {
    const mark = seen.has(station) ? fires[0]?.kind : undefined;
    seen.add(station);
    return { station, delta: fires.map(written), ...(mark && { mark }) };
  });
  expect(tickets).toEqual(expected.tickets?.map((ticket) => ({ station: 'plancha', ...ticket })));
});

test.each(cases.filter(({ id }) => id in untold))('$id: $why', ({ id, expected }) => {
  const kitchen = emptyKitchen();
  untold[id]?.(kitchen);
  expect(kitchen.tickets.slice(1)).toEqual(expected.newTickets);
  if (expected.openTicket?.lines)
    expect(kitchen.lines.map((line) => `${firedOf(kitchen, line)} ${line.says} → ${line.order}`)).toEqual(
      expected.openTicket.lines,
    );
});

test.each(cases.filter(({ id }) => id === 'course-hold'))('$id: $why', ({ expected }) => {
  const kitchen = emptyKitchen();
  order(kitchen, 'sopa', '1');
  const mole = order(kitchen, 'mole', '1', { isHeld: true });
  order(kitchen, 'flan', '1', { isHeld: true });
  send(kitchen);
  mole.isHeld = false;
  send(kitchen);
  const isFired = (line: Line) => firedOf(kitchen, line) > 0;
  expect(kitchen.tickets.map((fires) => fires.map(({ says }) => says))).toEqual([['sopa'], ['mole']]);
  expect(kitchen.lines.filter(isFired).map(({ says }) => says)).toEqual(expected.fired);
  expect(kitchen.lines.filter((line) => !isFired(line)).map(({ says }) => says)).toEqual(expected.held);
});

test('a quantity keeps all its digits', () => {
  const kitchen = emptyKitchen();
  const dish = order(kitchen, 'caviar', '900719925474099.000000000003');
  send(kitchen);
  dish.quantity = '900719925474099.000000000002';
  send(kitchen);
  expect(kitchen.ledger.map(({ difference }) => difference)).toEqual([
    '900719925474099.000000000003',
    '-0.000000000001',
  ]);
});

test('a line stays where it was sent, wherever its dish goes since, and a changed one is said before more of it', () => {
  const kitchen = emptyKitchen();
  const dish = order(kitchen, 'flan', '2');
  send(kitchen);
  Object.assign(dish, { stationIds: ['bar'], quantity: '1.5' });
  send(kitchen);
  Object.assign(dish, { says: 'flan sin nata', quantity: '3' });
  send(kitchen);
  for (const quantity of ['0', '1']) {
    Object.assign(dish, { quantity });
    send(kitchen);
  }
  expect(
    kitchen.tickets
      .slice(1)
      .map((fires) => fires.map((fire) => [fire.stationId, fire.kind, fire.difference, fire.says])),
  ).toEqual([
    [['plancha', 'LESS', '-0.5', 'flan']],
    [
      ['plancha', 'CHANGE', '0', 'flan sin nata'],
      ['plancha', 'ADD', '1.5', 'flan sin nata'],
    ],
    [['plancha', 'VOID', '-3', 'flan sin nata']],
    [['bar', 'ADD', '1', 'flan sin nata']],
  ]);
});

/** What can happen to a line of some order, or to an order. */
const event = fc.record({
  kind: fc.constantFrom('add', 'quantity', 'note', 'void', 'split', 'split', 'move', 'merge', 'refund', 'send', 'send'),
  line: fc.nat(20),
  quantity: fc.integer({ min: 1, max: 4 }),
  order: fc.constantFrom('A', 'B', 'C'),
});

test('whatever happened, what was fired of a line is its quantity at the last send, and only a send tells the kitchen', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
      const kitchen = emptyKitchen();
      const atLastSend = new Map<Line, number>();
      for (const { kind, line: nth, quantity, order: orderId } of events) {
        const line = kitchen.lines[nth % (kitchen.lines.length || 1)];
        if (kind === 'add')
          order(kitchen, 'dish', String(quantity), {
            order: orderId,
            stationIds: ['plancha', 'bar'].slice(quantity % 2),
          });
        if (kind === 'send') {
          send(kitchen, orderId);
          for (const sent of kitchen.lines) if (sent.order === orderId) atLastSend.set(sent, Number(sent.quantity));
        }
        if (!line) continue;
        const told = kitchen.tickets.length;
        if (kind === 'quantity') line.quantity = String(quantity);
        if (kind === 'note') line.says = `dish ${quantity}`;
        if (kind === 'void') line.quantity = '0';
        if (kind === 'move') line.order = orderId;
        if (kind === 'merge') for (const each of kitchen.lines) each.order = orderId;
        if (kind === 'split' && Number(line.quantity) > quantity) {
          split(kitchen, line, quantity, orderId);
          const fired = atLastSend.get(line) ?? 0;
          const moved = Math.min(quantity, fired);
          const part = kitchen.lines.at(-1);
          atLastSend.set(line, fired - moved);
          if (part) atLastSend.set(part, moved);
        }
        if (kind !== 'send') expect(kitchen.tickets.length).toBe(told);
      }
      expect(kitchen.lines.map((each) => firedOf(kitchen, each))).toEqual(
        kitchen.lines.map((each) => atLastSend.get(each) ?? 0),
      );
      for (const orderId of ['A', 'B', 'C']) send(kitchen, orderId);
      const cooked = kitchen.tickets.flat().reduce((sum, { difference }) => sum + Number(difference), 0);
      const stations = kitchen.lines.map((each) => Number(each.quantity) * each.stationIds.length);
      expect(cooked).toBe(stations.reduce((sum, each) => sum + each, 0));
    }),
    { numRuns: 10_000 },
  );
});

/** At its first station. */
function firedOf({ ledger }: Kitchen, { id, stationIds }: Line): number {
  return ledger
    .filter(({ lineId, stationId }) => lineId === id && stationId === stationIds[0])
    .reduce((sum, { difference }) => sum + Number(difference), 0);
}

function written({ kind, difference, says }: Fire): string {
  if (kind === 'CHANGE') return `~1 ${says}`;
  return `${difference.startsWith('-') ? '' : '+'}${difference} ${says}`;
}
