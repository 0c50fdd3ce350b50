import type { Context } from '@mycelium/kit/context';
import { create, read, update } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import {
  displayHealthChanged,
  menuBoardCreated,
  menuBoardRemoved,
  menuBoardUpdated,
} from '@mycelium/schema/subgraphs/tenants';
import { Tenant } from '../tenant/tenant.ts';
import { checkSections } from './check-sections.ts';
import {
  type CreateMenuBoardInput,
  createMenuBoardSchema,
  MenuBoard,
  type UpdateMenuBoardInput,
  updateMenuBoardSchema,
} from './menu-board.ts';

/** A new board, in the tenant's own languages unless given. */
export async function createBoard(ctx: Context, input: CreateMenuBoardInput): Promise<MenuBoard> {
  const { languages, ...look } = parseInput(createMenuBoardSchema, input);
  const tenant = await read(ctx, Tenant, ctx.viewer.tenantId ?? '');
  await checkSections(ctx, look.sectionIds);
  const board = create(ctx, MenuBoard, { ...look, languages: languages ?? tenant.languages.slice(0, 2) });
  await ctx.em.flush();
  ctx.publish(menuBoardCreated, { boardId: board.id });
  return board;
}

/** Changes what the input names; the screens that show the board follow at once. */
export async function updateBoard(ctx: Context, id: string, input: UpdateMenuBoardInput): Promise<MenuBoard> {
  const { version, ...look } = parseInput(updateMenuBoardSchema, input);
  const given = Object.fromEntries(Object.entries(look).filter(([, value]) => value != null));
  const { sectionIds: shown } = await read(ctx, MenuBoard, id);
  // What it shows may be gone meanwhile, and does not keep anybody from changing the rest.
  await checkSections(ctx, look.sectionIds?.filter((section) => !shown.includes(section)) ?? []);
  return update(ctx, MenuBoard, { id, version }, given, () => ctx.publish(menuBoardUpdated, { boardId: id }));
}

/** Removes a board; screens that showed it show none. */
export async function removeBoard(ctx: Context, id: string): Promise<string> {
  const board = await read(ctx, MenuBoard, id);
  const displays = await board.displays.loadItems();
  ctx.em.remove(board);
  ctx.publish(menuBoardRemoved, { boardId: id });
  for (const display of displays) ctx.publish(displayHealthChanged, { displayId: display.id });
  return id;
}

/** Takes a section that is gone off every board of the tenant. */
export async function dropSection(ctx: Context, sectionId: string): Promise<void> {
  const boards = await ctx.em.find(MenuBoard, { sectionIds: { $contains: [sectionId] } });
  for (const board of boards) {
    board.sectionIds = board.sectionIds.filter((id) => id !== sectionId);
    ctx.publish(menuBoardUpdated, { boardId: board.id });
  }
}
