import { Allow } from '@mycelium/kit/allow';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { find, read } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { displayHealthChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { MenuBoard } from '../menu-board/menu-board.ts';
import { Location } from '../references.ts';
import { Tenant } from '../tenant/tenant.ts';
import {
  Display,
  DisplayHealthChange,
  DisplayPage,
  DisplayStatus,
  HeartbeatInput,
  UpdateDisplayInput,
} from './display.ts';
import { statusOf } from './status.ts';
import { noteHeartbeat, revokeDisplay, updateDisplay } from './write-display.ts';

@Resolver(() => Display)
class DisplayResolver {
  @Allow('display:read')
  @Query(() => Display, { nullable: true, description: 'One screen; null if the tenant has none with this id.' })
  display(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Display | undefined> {
    return find(ctx, Display, id);
  }

  @Allow('display:write')
  @Mutation(() => Display, { description: 'Renames a screen or assigns it another board.' })
  updateDisplay(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateDisplayInput) input: UpdateDisplayInput,
    @Ctx() ctx: Context,
  ): Promise<Display> {
    return updateDisplay(ctx, id, input);
  }

  @Allow('board:write')
  @Mutation(() => Display, { description: 'Shows a board on a screen, for those who decide what screens show.' })
  showBoard(
    @Arg('displayId', () => ID) id: string,
    @Arg('version', () => Int, { description: 'The version of the screen that you have seen.' }) version: number,
    @Arg('boardId', () => ID, { nullable: true, description: 'Null to show none.' }) boardId: string | undefined,
    @Ctx() ctx: Context,
  ): Promise<Display> {
    return updateDisplay(ctx, id, { version, boardId: boardId ?? null });
  }

  @Allow('display:write')
  @Mutation(() => Display, { description: "Permanently revokes a screen's token, immediately." })
  revokeDisplay(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Display> {
    return revokeDisplay(ctx, id);
  }

  @Allow('display:self')
  @Unaudited('every screen says so each 15 seconds; its coming and going is told as an event')
  @Mutation(() => Display, { description: 'A heartbeat of a screen; send it every 15 seconds.' })
  heartbeat(@Arg('input', () => HeartbeatInput) input: HeartbeatInput, @Ctx() ctx: Context): Promise<Display> {
    return noteHeartbeat(ctx, input);
  }

  @Follow(
    () => DisplayHealthChange,
    [displayHealthChanged],
    'display:read',
    "Each time one of the tenant's screens goes online or offline or is changed; with `after`, starting with what happened since then.",
  )
  async displayHealthChanged({ payload: { displayId } }: EventOf<typeof displayHealthChanged>, ctx: Context) {
    return { displayId, display: await find(ctx, Display, displayId) };
  }

  @FieldResolver(() => DisplayStatus)
  status(@Root() display: Display): DisplayStatus {
    return statusOf(display, new Date());
  }

  @FieldResolver(() => MenuBoard, { nullable: true, description: 'What it shows.' })
  async board(@Root() display: Display): Promise<MenuBoard | undefined> {
    return (await display.board?.load()) ?? undefined;
  }

  @FieldResolver(() => Location, { nullable: true, description: 'Where it hangs, if that was said.' })
  location(@Root() { locationId }: Display): Location | undefined {
    return locationId ? { id: locationId } : undefined;
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() display: Display, @Ctx() ctx: Context): Promise<Tenant> {
    return read(ctx, Tenant, display.tenantId);
  }
}

@Resolver(() => Tenant)
class TenantDisplaysResolver {
  @Allow('display:read')
  @FieldResolver(() => DisplayPage, {
    description: 'Its screens, oldest first; without unpaired ones unless requested.',
  })
  displays(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('revoked', () => Boolean, { defaultValue: false, description: 'Also those that were unpaired.' })
    revoked?: boolean,
  ): Promise<DisplayPage> {
    return page(ctx, Display, { tenantId: tenant.id, ...(revoked ? {} : { revokedAt: null }) }, { first, after });
  }
}

export const displayPart = part(Display, DisplayResolver, TenantDisplaysResolver);
