import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { viewCreated, viewRemoved, viewUpdated } from '@mycelium/schema/subgraphs/crm';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { findView, isAuthor, pageOfViews } from './find-views.ts';
import { CrmList, SavedView, SavedViewPage } from './saved-view.ts';
import { ViewChange, ViewChangeKind } from './view-change.ts';
import { CreateViewInput, UpdateViewInput } from './view-input.ts';
import { createView, removeView, restoreView, updateView } from './write-view.ts';

const kinds: ReadonlyMap<string, ViewChangeKind> = new Map([
  [viewCreated.name, ViewChangeKind.CREATED],
  [viewUpdated.name, ViewChangeKind.UPDATED],
  [viewRemoved.name, ViewChangeKind.REMOVED],
]);

@Resolver(() => SavedView)
class SavedViewResolver {
  @Allow('crm:write')
  @Mutation(() => SavedView, { description: 'Saves a way to look at a list, for oneself or for all colleagues.' })
  createView(@Arg('input', () => CreateViewInput) input: CreateViewInput, @Ctx() ctx: Context): Promise<SavedView> {
    return createView(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => SavedView, { description: 'Changes a saved view: one of your own, or a shared one.' })
  updateView(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateViewInput) input: UpdateViewInput,
    @Ctx() ctx: Context,
  ): Promise<SavedView> {
    return updateView(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a saved view; it can be restored.' })
  removeView(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeView(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => SavedView, { description: 'Restores a removed saved view.' })
  restoreView(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<SavedView> {
    return restoreView(ctx, id);
  }

  @Directive('@viewerSpecific')
  @Follow(
    () => ViewChange,
    [viewCreated, viewUpdated, viewRemoved],
    'crm:read',
    'Each change of the saved views that you see, as it happens; with `after`, starting with those since then.',
    ({ personId }) => personId,
  )
  async viewChanged({ type, payload: { viewId } }: EventOf<typeof viewUpdated>, ctx: Context) {
    return { kind: kinds.get(type) ?? ViewChangeKind.UPDATED, viewId, view: await findView(ctx, viewId) };
  }

  @Directive('@viewerSpecific')
  @FieldResolver(() => Boolean, { description: 'Whether you are its author.' })
  isMine(@Root() view: SavedView, @Ctx() ctx: Context): boolean {
    return isAuthor(ctx, view);
  }
}

@Resolver(() => Tenant)
class TenantViewsResolver {
  @Allow('crm:read')
  @Directive('@viewerSpecific')
  @FieldResolver(() => SavedViewPage, {
    description: 'The saved views of a list of the CRM, in their order: those that are shared, and your own.',
  })
  crmViews(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('list', () => CrmList, { nullable: true, description: 'Left out, of all lists.' }) list?: CrmList,
  ): Promise<SavedViewPage> {
    return pageOfViews(ctx, tenant.id, list, { first, after });
  }
}

export const viewPart = part(SavedView, ...[SavedViewResolver, TenantViewsResolver]);
