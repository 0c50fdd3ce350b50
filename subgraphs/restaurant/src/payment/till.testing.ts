import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { tenantsWith } from '../../test/tills.ts';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

/** A floor with a drawer, and who stands there, so that a test can take money. */
export interface Till {
  testing: TestSubgraph;
  tenants: ReturnType<typeof tenantsWith>;
  floor: Floor;
  staff: TestViewer;
  manager: TestViewer;
  stranger: TestViewer;
  drawer(name: string): Promise<string>;
  session(drawerId: string, float?: number): Promise<string>;
  /** An order of 13.63: two tacos of 4.25 and a drink of 3.95 with their tax. */
  ordered(): Promise<{ id: string; lines: string[] }>;
  payCash(orderId: string, sessionId: string, more?: object): Promise<string>;
  payVoucher(orderId: string, amount: number, more?: object): Promise<string>;
  /** All that a refusal says, with the amounts that it names. */
  refused(query: string, variables: Record<string, unknown>): Promise<object | undefined>;
}

export async function openTill(): Promise<Till> {
  const tenants = tenantsWith();
  const testing = await testSubgraph(restaurant, { neighbours: tenants.answer });
  const floor = await openFloor(testing);
  const staff = testing.as(person('STAFF', floor.tenantId));
  const manager = testing.as(person('MANAGER', floor.tenantId));
  const idOf = async (asked: Promise<Record<string, { id: string }>>): Promise<string> =>
    Object.values(await asked)[0]?.id ?? '';
  return {
    ...{ testing, tenants, floor, staff, manager, stranger: testing.as(person('OWNER')) },
    drawer: (name) =>
      idOf(
        manager.run('mutation ($at: ID!, $name: String!) { createDrawer(locationId: $at, name: $name) { id } }', {
          ...{ at: floor.locationId, name },
        }),
      ),
    session: (drawerId, float = 20_000) =>
      idOf(
        staff.run('mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }', {
          input: { id: uuidv7(), drawerId, float },
        }),
      ),
    async ordered() {
      const id = uuidv7();
      await staff.run('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
        input: { id, locationId: floor.locationId, channel: 'DINE_IN' },
      });
      const lines = [
        { id: uuidv7(), itemId: floor.pastor, quantity: '2' },
        { id: uuidv7(), itemId: floor.agua },
      ];
      await staff.run(
        'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
        { id, lines },
      );
      return { id, lines: lines.map((line) => line.id) };
    },
    payCash: (orderId, sessionId, more = {}) =>
      idOf(
        staff.run('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }', {
          input: { id: uuidv7(), orderId, tendered: 2000, sessionId, ...more },
        }),
      ),
    payVoucher: (orderId, amount, more = {}) =>
      idOf(
        staff.run('mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }', {
          input: { id: uuidv7(), orderId, amount, kind: 'VOUCHER', ...more },
        }),
      ),
    refused: async (query, variables) => (await manager.ask(query, variables)).errors?.[0]?.extensions,
  };
}
