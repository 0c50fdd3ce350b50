import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { nameOf } from '@mycelium/kit/name';
import { drawerChanged } from '@mycelium/schema/subgraphs/restaurant/payments';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { CashSession } from '../cash-session/cash-session.ts';
import { holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { Drawer } from './drawer.ts';

const MOST = 100;

@InputType({ description: 'What to change about a drawer.' })
export class UpdateDrawerInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { description: 'At most 60 characters, and not that of another drawer there.' })
  name!: string;
}

const nameSchema = nameOf(60, 'Give it a name');
const updateDrawerSchema = z.object({ version: z.int(), name: nameSchema });

/** Adds a drawer to a location that is open. */
export async function createDrawer(ctx: Context, locationId: string, given: string): Promise<Drawer> {
  const name = parseInput(nameSchema, given, ['name']);
  const location = await read(ctx, Location, locationId);
  if (location.closedAt) throw new Conflict('This location is closed.', { reason: 'CLOSED' });
  const there = await drawersHeld(ctx, location.id);
  checkName(there, name);
  if (there.length >= MOST)
    throw new Invalid(`A location has at most ${MOST} drawers.`, ['name'], { reason: 'FULL', limit: MOST });
  const drawer = create(ctx, Drawer, { locationId: location.id, name });
  await ctx.em.flush();
  return told(ctx, drawer);
}

/** Renames a drawer. */
export async function updateDrawer(ctx: Context, id: string, input: UpdateDrawerInput): Promise<Drawer> {
  const { version, name } = parseInput(updateDrawerSchema, input);
  const { locationId } = await read(ctx, Drawer, id);
  const there = await drawersHeld(ctx, locationId);
  checkName(
    there.filter((drawer) => drawer.id !== id.toLowerCase()),
    name,
  );
  return update(ctx, Drawer, { id, version }, { name }, (drawer) => told(ctx, drawer));
}

/** Puts a drawer away that is not open: it is opened no more, and its reports stay. */
export async function archiveDrawer(ctx: Context, id: string): Promise<Drawer> {
  const drawer = await read(ctx, Drawer, id);
  await holdId(ctx, `drawer ${drawer.id}`);
  await ctx.em.refresh(drawer);
  if (drawer.archivedAt) return unchanged(ctx, drawer);
  const open = await ctx.em.findOne(CashSession, { drawerId: drawer.id, closedAt: null });
  if (open) throw new Conflict('This drawer is open. Count it first.', { reason: 'DRAWER_IN_USE', sessionId: open.id });
  return change(ctx, drawer, { archivedAt: ctx.now() }, () => told(ctx, drawer));
}

/** Takes an archived drawer into use again. */
export async function restoreDrawer(ctx: Context, id: string): Promise<Drawer> {
  const drawer = await read(ctx, Drawer, id);
  return change(ctx, drawer, { archivedAt: null }, () => told(ctx, drawer));
}

/** The drawers of a location, also archived ones, to which none is added until the transaction is over. */
async function drawersHeld(ctx: Context, locationId: string): Promise<Drawer[]> {
  await holdId(ctx, `drawers ${locationId}`);
  return ctx.em.find(Drawer, { locationId });
}

function checkName(others: readonly Drawer[], name: string): void {
  if (others.some((drawer) => drawer.name === name))
    throw new Conflict('There is such a drawer already.', { reason: 'NAME_TAKEN' });
}

function told(ctx: Context, drawer: Drawer): Drawer {
  ctx.publish(drawerChanged, { drawerId: drawer.id, locationId: drawer.locationId });
  return drawer;
}
