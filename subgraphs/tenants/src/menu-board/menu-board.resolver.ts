import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find, read } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { menuBoardCreated, menuBoardRemoved, menuBoardUpdated } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Display } from '../display/display.ts';
import { Tenant } from '../tenant/tenant.ts';
import {
  CreateMenuBoardInput,
  MenuBoard,
  MenuBoardChange,
  MenuBoardChangeKind,
  MenuBoardPage,
  UpdateMenuBoardInput,
} from './menu-board.ts';
import { createBoard, removeBoard, updateBoard } from './write-board.ts';

const kinds: ReadonlyMap<string, MenuBoardChangeKind> = new Map([
  [menuBoardCreated.name, MenuBoardChangeKind.CREATED],
  [menuBoardUpdated.name, MenuBoardChangeKind.UPDATED],
  [menuBoardRemoved.name, MenuBoardChangeKind.REMOVED],
]);

@Resolver(() => MenuBoard)
class MenuBoardResolver {
  @Allow('board:read')
  @Query(() => MenuBoard, { nullable: true, description: 'One board; null if the tenant has none with this id.' })
  menuBoard(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<MenuBoard | undefined> {
    return find(ctx, MenuBoard, id);
  }

  @Allow('board:write')
  @Mutation(() => MenuBoard, { description: 'Creates a board.' })
  createMenuBoard(
    @Arg('input', () => CreateMenuBoardInput) input: CreateMenuBoardInput,
    @Ctx() ctx: Context,
  ): Promise<MenuBoard> {
    return createBoard(ctx, input);
  }

  @Allow('board:write')
  @Mutation(() => MenuBoard, { description: 'Changes a board; the screens that show it follow immediately.' })
  updateMenuBoard(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateMenuBoardInput) input: UpdateMenuBoardInput,
    @Ctx() ctx: Context,
  ): Promise<MenuBoard> {
    return updateBoard(ctx, id, input);
  }

  @Allow('board:write')
  @Mutation(() => ID, { description: 'Removes a board; screens that showed it show none.' })
  removeMenuBoard(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeBoard(ctx, id);
  }

  @Follow(
    () => MenuBoardChange,
    [menuBoardCreated, menuBoardUpdated, menuBoardRemoved],
    'board:read',
    "Each change of the tenant's boards, as it happens; with `after`, starting with those since then.",
  )
  async menuBoardChanged({ type, payload: { boardId } }: EventOf<typeof menuBoardUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? MenuBoardChangeKind.UPDATED;
    return { kind, boardId, board: await find(ctx, MenuBoard, boardId) };
  }

  @FieldResolver(() => [Display], { description: 'The screens that show it.' })
  displays(@Root() board: MenuBoard): Promise<Display[]> {
    return board.displays.loadItems({ where: { revokedAt: null }, orderBy: { name: 'asc' } });
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() board: MenuBoard, @Ctx() ctx: Context): Promise<Tenant> {
    return read(ctx, Tenant, board.tenantId);
  }
}

@Resolver(() => Tenant)
class TenantMenuBoardsResolver {
  @Allow('board:read')
  @FieldResolver(() => MenuBoardPage, { description: 'Its boards, oldest first.' })
  menuBoards(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<MenuBoardPage> {
    return page(ctx, MenuBoard, { tenantId: tenant.id }, { first, after });
  }
}

export const menuBoardPart = part(MenuBoard, MenuBoardResolver, TenantMenuBoardsResolver);
