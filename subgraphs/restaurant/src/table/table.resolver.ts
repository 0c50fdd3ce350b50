import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { Money } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { tableChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { FloorArea } from '../floor-area/floor-area.ts';
import { Location } from '../location/location.ts';
import { Order } from '../order/order.ts';
import { Colleague } from '../references.ts';
import { moveOrder, moveParty } from './move-order.ts';
import { askForBill, cleanTable, clearTable, seatTable, transferTable } from './serve-table.ts';
import { Table } from './table.ts';
import { CreateTableInput, UpdateTableInput } from './table-input.ts';
import { TableState, tableStateOf } from './table-state.ts';
import { ordersOf, tablesAt } from './tables-of.ts';
import { createTable, removeTable, restoreTable, updateTable } from './write-table.ts';

@ObjectType({ implements: Change, description: 'A table was added, changed or removed, or something happened at it.' })
class TableChange extends Change {
  @Field(() => ID)
  tableId!: string;

  @Field(() => Table, { nullable: true, description: 'Its current state; null if it was removed.' })
  table?: Table;
}

@Resolver(() => Table)
class TableResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 30)')
  @Query(() => [Table], { description: 'The tables of a location, by area and name.' })
  tables(@Arg('locationId', () => ID) locationId: string, @Ctx() ctx: Context): Promise<Table[]> {
    return tablesAt(ctx, locationId);
  }

  @Allow('order:read')
  @Query(() => Table, { nullable: true, description: 'One table; null if there is none with this id.' })
  table(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Table | undefined> {
    return find(ctx, Table, id);
  }

  @Allow('location:write')
  @Mutation(() => Table, { description: 'Adds a table to an area.' })
  createTable(@Arg('input', () => CreateTableInput) input: CreateTableInput, @Ctx() ctx: Context): Promise<Table> {
    return createTable(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => Table, { description: 'Changes a table: its name, its seats, its place on the plan.' })
  updateTable(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTableInput) input: UpdateTableInput,
    @Ctx() ctx: Context,
  ): Promise<Table> {
    return updateTable(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => Table, { description: 'Removes a table at which nobody sits; its orders stay.' })
  removeTable(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Table> {
    return removeTable(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => Table, { description: 'Puts a removed table back where it was.' })
  restoreTable(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Table> {
    return restoreTable(ctx, id);
  }

  @Allow('floor:write')
  @Mutation(() => Table, { description: 'Guests sit down at a free table; one that is not free is refused.' })
  seatTable(
    @Arg('id', () => ID) id: string,
    @Arg('guests', () => Int, { description: 'From 1 to 500.' }) guests: number,
    @Ctx() ctx: Context,
  ): Promise<Table> {
    return seatTable(ctx, id, guests);
  }

  @Allow('floor:write')
  @Mutation(() => Table, { description: 'Says that the guests of a table wait for the bill.' })
  askForBill(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('asked', () => Boolean, { defaultValue: true, description: 'false: they no longer do.' }) asked: boolean,
  ): Promise<Table> {
    return askForBill(ctx, id, asked);
  }

  @Allow('floor:write')
  @Mutation(() => Table, {
    description:
      'Says that the guests have left, so that the table is to be cleaned; refused while something is to be paid.',
  })
  clearTable(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Table> {
    return clearTable(ctx, id);
  }

  @Allow('floor:write')
  @Mutation(() => Table, { description: 'Says that a table is clean: guests may sit down.' })
  cleanTable(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Table> {
    return cleanTable(ctx, id);
  }

  @Allow('floor:write')
  @Mutation(() => Table, { description: 'Gives a table to somebody else, who serves it from now on with its orders.' })
  transferTable(
    @Arg('id', () => ID) id: string,
    @Arg('serverId', () => ID, { description: 'A person of the business.' }) serverId: string,
    @Ctx() ctx: Context,
  ): Promise<Table> {
    return transferTable(ctx, id, serverId);
  }

  @Allow('floor:write')
  @Mutation(() => Table, {
    description:
      'Moves the guests of a table to another one with all their orders; where others sit there, they join them. Answers that table.',
  })
  moveParty(
    @Arg('id', () => ID, { description: 'The table that they leave.' }) id: string,
    @Arg('toTableId', () => ID) toTableId: string,
    @Ctx() ctx: Context,
  ): Promise<Table> {
    return moveParty(ctx, id, toTableId);
  }

  @Allow('floor:write')
  @Mutation(() => Order, {
    description:
      'Moves one order to another table; what waits in the kitchen takes the new table, and nothing is sent again.',
  })
  moveOrder(
    @Arg('id', () => ID) id: string,
    @Arg('tableId', () => ID) tableId: string,
    @Ctx() ctx: Context,
  ): Promise<Order> {
    return moveOrder(ctx, id, tableId);
  }

  @FollowPart(
    () => TableChange,
    [tableChanged],
    'order:read',
    "Each change of a location's tables, and of what goes on at them; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async tableChanged({ payload: { tableId } }: EventOf<typeof tableChanged>, ctx: Context) {
    const table = await find(ctx, Table, tableId);
    return { tableId, table: table?.removedAt ? undefined : table };
  }

  @FieldResolver(() => TableState)
  async state(@Root() table: Table, @Ctx() ctx: Context): Promise<TableState> {
    return tableStateOf(table, await ordersOf(ctx, table));
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Order], { description: 'The orders of those who sit there now, the first opened first.' })
  orders(@Root() table: Table, @Ctx() ctx: Context): Promise<Order[]> {
    return ordersOf(ctx, table);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What their orders come to; null without any.' })
  async total(@Root() table: Table, @Ctx() ctx: Context): Promise<Money | null> {
    const orders = await ordersOf(ctx, table);
    const [first] = orders;
    return first ? { amount: orders.reduce((sum, { total }) => sum + total, 0), currency: first.currency } : null;
  }

  @FieldResolver(() => Colleague, { nullable: true, description: 'Who serves it.' })
  server(@Root() { serverId }: Table): Colleague | null {
    return serverId ? { id: serverId } : null;
  }

  @FieldResolver(() => FloorArea)
  async area(@Root() { areaId }: Table, @Ctx() ctx: Context): Promise<FloorArea | undefined> {
    return (await loadAll(ctx, FloorArea, [areaId]))[0];
  }

  @FieldResolver(() => Location)
  async location(@Root() { locationId }: Table, @Ctx() ctx: Context): Promise<Location | undefined> {
    return (await loadAll(ctx, Location, [locationId]))[0];
  }
}

@Resolver(() => Order)
class OrderTableResolver {
  @FieldResolver(() => Colleague, { nullable: true, description: 'Who serves its guests.' })
  server(@Root() { serverId }: Order): Colleague | null {
    return serverId ? { id: serverId } : null;
  }

  @FieldResolver(() => Table, { nullable: true, description: 'Where its guests sit, or sat.' })
  async table(@Root() { tableId }: Order, @Ctx() ctx: Context): Promise<Table | null> {
    return tableId ? batched(ctx, tableId, tablesByIds) : null;
  }
}

@Resolver(() => Location)
class LocationTablesResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 30)')
  @FieldResolver(() => [Table], { description: 'Its tables, by area and name.' })
  tables(@Root() { id }: Location, @Ctx() ctx: Context): Promise<Table[]> {
    return tablesAt(ctx, id);
  }
}

const tablesByIds: Batch<string, Table | null> = async ({ em }, ids) => {
  const tables = await em.find(Table, { id: oneOf(ids) });
  const byId = new Map(tables.map((table) => [table.id, table]));
  return ids.map((id) => byId.get(id) ?? null);
};

export const tablePart = part(Table, TableResolver, OrderTableResolver, LocationTablesResolver);
