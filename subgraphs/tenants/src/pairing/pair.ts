import { LockMode, ref } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { create, read } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { countTry } from '@mycelium/kit/throttle';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { displayHealthChanged, pairingCompleted } from '@mycelium/schema/subgraphs/tenants';
import { validate as isUuid } from 'uuid';
import { Display, type PairDisplayInput, pairDisplaySchema } from '../display/display.ts';
import { MenuBoard } from '../menu-board/menu-board.ts';
import { newCode, readCode, showCode } from './code.ts';
import { type DisplayToken, type Pairing, PairingRow, type PairingState } from './pairing.ts';

const LIFETIME_MS = 10 * 60 * 1000;
const requests = { name: 'pairing', points: 30, seconds: 60 };
const tries = { name: 'pair', points: 20, seconds: 60 };

/** A code for a screen to show, for ten minutes. */
export async function requestPairing(ctx: Context): Promise<Pairing> {
  await countTry(ctx, requests, ctx.call.address ?? 'unknown');
  await ctx.em.nativeDelete(PairingRow, { expiresAt: { $lt: new Date() } });
  const code = newCode();
  const secret = newToken('gg_pairing_');
  const expiresAt = new Date(Date.now() + LIFETIME_MS);
  const pairing = ctx.em.create(PairingRow, { code, secretHash: tokenHash(secret), expiresAt });
  return { id: pairing.id, code: showCode(code), secret, expiresAt };
}

/** Makes the screen that shows this code one of the operator's. */
export async function pairDisplay(ctx: Context, typed: string, input: PairDisplayInput): Promise<Display> {
  await countTry(ctx, tries, ctx.viewer.id);
  const { name, boardId } = parseInput(pairDisplaySchema, input);
  const code = readCode(typed);
  const pairing =
    code &&
    (await ctx.em.findOne(
      PairingRow,
      { code, displayId: null, expiresAt: { $gt: new Date() } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    ));
  if (!pairing) throw new Invalid('No screen is showing this code; check the screen for a new one.', ['code']);
  const board = boardId ? await readOwnBoard(ctx, boardId) : undefined;
  const display = create(ctx, Display, { name, board: board && ref(board), pairedAt: new Date() });
  pairing.displayId = display.id;
  // However old the code was, the screen has time to collect its token.
  pairing.expiresAt = new Date(Date.now() + LIFETIME_MS);
  await ctx.em.flush();
  ctx.publish(displayHealthChanged, { displayId: display.id });
  ctx.publish(pairingCompleted, {}, pairing.id);
  return display;
}

/** The screen collects its token; undefined until it was paired. However often it asks, and however many times at once, it gets the same one. */
export async function claimPairing(ctx: Context, id: string, secret: string): Promise<DisplayToken | undefined> {
  const { displayId } = await readPairing(ctx.em, id, secret);
  if (!displayId) return undefined;
  const display = await ctx.em.findOne(Display, { id: displayId, revokedAt: null });
  if (!display) throw new NotFound('Pairing', id);
  // Worked out again each time, so that it is kept nowhere; it takes the screen's secret and the installation's.
  const token = `gg_screen_${ctx.vault.digest(`screen of ${id} ${secret}`)}`;
  // Plain SQL leaves the version that an operator has just read.
  await ctx.em.execute('update tenants.display set token_hash = ? where id = ?', [tokenHash(token), display.id]);
  return { token, display };
}

/** Whether the screen has been paired; throws NotFound for a pairing that is not the caller's or has expired. */
export async function pairingState(ctx: Context, id: string, secret: string): Promise<PairingState> {
  const { displayId, expiresAt } = await readPairing(asSystem(ctx), id, secret);
  return { paired: displayId != null, expiresAt };
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
