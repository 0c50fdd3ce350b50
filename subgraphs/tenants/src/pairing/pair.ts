import { LockMode, ref } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import { checkLocation } from '@mycelium/kit/check-location';
import type { Context } from '@mycelium/kit/context';
import { create, read } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { countTry } from '@mycelium/kit/throttle';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { displayHealthChanged, pairingCompleted, stationChanged } from '@mycelium/schema/subgraphs/tenants';
import { validate as isUuid } from 'uuid';
import { Display, type PairDisplayInput, pairDisplaySchema } from '../display/display.ts';
import { MenuBoard } from '../menu-board/menu-board.ts';
import {
  type PairStationInput,
  pairStationSchema,
  Station,
  StationKind,
  type StationToken,
} from '../station/station.ts';
import { newCode, readCode, showCode } from './code.ts';
import { type DisplayToken, type Pairing, PairingKind, PairingRow, type PairingState } from './pairing.ts';

const LIFETIME_MS = 10 * 60 * 1000;
const requests = { name: 'pairing', points: 30, seconds: 60 };
const tries = { name: 'pair', points: 20, seconds: 60 };

/** A code for a device to show, for ten minutes. */
export async function requestPairing(ctx: Context, kind: PairingKind): Promise<Pairing> {
  await countTry(ctx, requests, ctx.call.address ?? 'unknown');
  await ctx.em.nativeDelete(PairingRow, { expiresAt: { $lt: new Date() } });
  const code = newCode();
  const secret = newToken('gg_pairing_');
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  const pairing = ctx.em.create(PairingRow, { kind, code, secretHash: tokenHash(secret), expiresAt });
  return { id: pairing.id, code: showCode(code), secret, expiresAt };
}

/** Makes the screen that shows this code one of the operator's. */
export async function pairDisplay(ctx: Context, typed: string, input: PairDisplayInput): Promise<Display> {
  await countTry(ctx, tries, ctx.viewer.id);
  const { name, boardId, locationId } = parseInput(pairDisplaySchema, input);
  const pairing = await findWaiting(ctx, typed, PairingKind.SCREEN);
  const board = boardId ? await readOwnBoard(ctx, boardId) : undefined;
  if (locationId) await checkLocation(ctx, locationId, ['input', 'locationId']);
  const display = create(ctx, Display, {
    ...{ name, board: board && ref(board), locationId: locationId ?? undefined, pairedAt: new Date() },
  });
  pairing.displayId = display.id;
  await bePaired(ctx, pairing);
  ctx.publish(displayHealthChanged, { displayId: display.id });
  return display;
}

/** Makes the till, kitchen screen or clock that shows this code one of the operator's, where it stands. */
export async function pairStation(ctx: Context, typed: string, input: PairStationInput): Promise<Station> {
  await countTry(ctx, tries, ctx.viewer.id);
  const { kind, name, locationId } = parseInput(pairStationSchema, input);
  const pairing = await findWaiting(ctx, typed, PairingKind[kind]);
  await checkLocation(ctx, locationId, ['input', 'locationId']);
  const station = create(ctx, Station, { kind: StationKind[kind], name, locationId, pairedAt: new Date() });
  pairing.stationId = station.id;
  await bePaired(ctx, pairing);
  ctx.publish(stationChanged, { stationId: station.id });
  return station;
}

/** What shows this code and waits for an operator. What it may do once it is paired is known by its kind, so it is no other than the operator says. */
async function findWaiting(ctx: Context, typed: string, kind: PairingKind): Promise<PairingRow> {
  const code = readCode(typed);
  const pairing =
    code &&
    (await ctx.em.findOne(
      PairingRow,
      { code, displayId: null, stationId: null, expiresAt: { $gt: new Date() } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    ));
  if (!pairing) throw new Invalid('No device is showing this code; check it for a new one.', ['code']);
  if (pairing.kind !== kind)
    throw new Invalid(`What shows this code is no ${kind}, but a ${pairing.kind}.`, ['code'], {
      reason: 'OTHER_KIND',
      kind: pairing.kind,
    });
  return pairing;
}

/** However old the code was, the device has time to collect its token. */
async function bePaired(ctx: Context, pairing: PairingRow): Promise<void> {
  pairing.expiresAt = new Date(Date.now() + LIFETIME_MS);
  await ctx.em.flush();
  ctx.publish(pairingCompleted, {}, pairing.id);
}

/** The screen collects its token; undefined until it was paired. However often it asks, and however many times at once, it gets the same one. */
export async function claimPairing(ctx: Context, id: string, secret: string): Promise<DisplayToken | undefined> {
  const { displayId, stationId } = await readPairing(ctx.em, id, secret);
  if (stationId) throw new NotFound('Pairing', id);
  if (!displayId) return undefined;
  const display = await ctx.em.findOne(Display, { id: displayId, revokedAt: null });
  if (!display) throw new NotFound('Pairing', id);
  const token = tokenFor(ctx, 'screen', id, secret);
  // Plain SQL leaves the version that an operator has just read.
  await ctx.em.execute('update tenants.display set token_hash = ? where id = ?', [tokenHash(token), display.id]);
  return { token, display };
}

/** As `claimPairing`, for a station. */
export async function claimStation(ctx: Context, id: string, secret: string): Promise<StationToken | undefined> {
  const { displayId, stationId } = await readPairing(ctx.em, id, secret);
  if (displayId) throw new NotFound('Pairing', id);
  if (!stationId) return undefined;
  const station = await ctx.em.findOne(Station, { id: stationId, revokedAt: null });
  if (!station) throw new NotFound('Pairing', id);
  const token = tokenFor(ctx, 'station', id, secret);
  await ctx.em.execute('update tenants.station set token_hash = ? where id = ?', [tokenHash(token), station.id]);
  return { token, station };
}

/** Worked out again each time, so that it is kept nowhere; it takes the device's secret and the installation's. */
function tokenFor({ vault }: Context, what: 'screen' | 'station', id: string, secret: string): string {
  return `gg_${what}_${vault.digest(`${what} of ${id} ${secret}`)}`;
}

/** Whether the device has been paired; throws NotFound for a pairing that is not the caller's or has expired. */
export async function pairingState(ctx: Context, id: string, secret: string): Promise<PairingState> {
  const { displayId, stationId, expiresAt } = await readPairing(asSystem(ctx), id, secret);
  return { paired: (displayId ?? stationId) != null, expiresAt };
}

async function readPairing(em: Context['em'], id: string, secret: string): Promise<PairingRow> {
  const pairing = isUuid(id)
    ? await em.findOne(PairingRow, { id, secretHash: tokenHash(secret), expiresAt: { $gt: new Date() } })
    : undefined;
  if (!pairing) throw new NotFound('Pairing', id);
  return pairing;
}

/** Within a transaction that sees every tenant, a board is looked for in the operator's own. */
async function readOwnBoard(ctx: Context, boardId: string): Promise<MenuBoard> {
  const board = await read(ctx, MenuBoard, boardId);
  if (board.tenantId !== ctx.viewer.tenantId) throw new NotFound('MenuBoard', boardId);
  return board;
}
