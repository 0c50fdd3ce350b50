import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, read, unchanged, update } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { displayHealthChanged, menuBoardUpdated } from '@mycelium/schema/subgraphs/tenants';
import { MenuBoard } from '../menu-board/menu-board.ts';
import { tellRevoked } from '../session/tell-revoked.ts';
import {
  Display,
  DisplayStatus,
  type HeartbeatInput,
  heartbeatSchema,
  type UpdateDisplayInput,
  updateDisplaySchema,
} from './display.ts';
import { tellOffline, tellOfflineAgain } from './tell-offline.ts';
import { expectSilence } from './tell-silent.ts';

/** Renames a screen or gives it another board. */
export async function updateDisplay(ctx: Context, id: string, input: UpdateDisplayInput): Promise<Display> {
  const { version, name, boardId } = parseInput(updateDisplaySchema, input);
  const board = boardId ? ref(await read(ctx, MenuBoard, boardId)) : (boardId as undefined);
  const known = await read(ctx, Display, id);
  const [before, nameBefore] = [known.board?.id, known.name];
  const display = await update(ctx, Display, { id, version }, { name: name ?? undefined, board }, () =>
    ctx.publish(displayHealthChanged, { displayId: id }),
  );
  if (display.name !== nameBefore) await tellOfflineAgain(ctx, [id]);
  // A board whose screens are others has changed too; by this the screen itself learns what it shows now.
  const boards = [before, display.board?.id].filter((boardId) => boardId !== undefined);
  if (boards.length === new Set(boards).size && boardId !== undefined)
    for (const changed of boards) ctx.publish(menuBoardUpdated, { boardId: changed });
  return display;
}

/** Takes a screen's token away, at once and for good. */
export async function revokeDisplay(ctx: Context, id: string): Promise<Display> {
  const display = await read(ctx, Display, id);
  if (display.revokedAt) return unchanged(ctx, display);
  await change(ctx, display, { revokedAt: new Date(), told: DisplayStatus.REVOKED });
  ctx.publish(displayHealthChanged, { displayId: display.id });
  await tellOffline(ctx, [display], false);
  afterCommit(ctx, () => tellRevoked(ctx, display.id));
  return display;
}

/** Notes that a screen is alive; announces it when it had been away. Its version stays, so that an operator's change is not refused. */
export async function noteHeartbeat(ctx: Context, input: HeartbeatInput): Promise<Display> {
  const facts = parseInput(heartbeatSchema, input);
  const display = await read(ctx, Display, ctx.viewer.id);
  const { appVersion, width, height } = facts;
  // By the row as it is once we may write it: meanwhile it may have been announced that the screen fell silent.
  const [before] = await ctx.em.execute<{ told: DisplayStatus; last_seen_at: string | null }[]>(
    `with before as (select id, told, last_seen_at from tenants.display where id = ? for update)
     update tenants.display set app_version = ?, width = ?, height = ?, last_seen_at = clock_timestamp(), told = ?
     from before where display.id = before.id returning before.told, before.last_seen_at`,
    [display.id, appVersion, width, height, DisplayStatus.ONLINE],
  );
  await ctx.em.refresh(display);
  if (before?.told === DisplayStatus.OFFLINE) {
    ctx.publish(displayHealthChanged, { displayId: display.id });
    expectSilence(ctx, display.tenantId);
    if (before.last_seen_at) await tellOffline(ctx, [display], false);
  }
  return display;
}
