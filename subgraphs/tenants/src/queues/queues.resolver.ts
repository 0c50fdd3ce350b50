import { Allow } from '@mycelium/kit/allow';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { NotFound } from '@mycelium/kit/errors';
import { FollowState } from '@mycelium/kit/follow-state';
import { part } from '@mycelium/kit/part';
import { TaskOrder } from '@mycelium/kit/queues/queue';
import { type TenantQueues, tenantQueuesOf, whoseTasks } from '@mycelium/kit/queues/queues-part';
import { ALL_TENANTS } from '@mycelium/kit/queues/read-queues';
import { steer } from '@mycelium/kit/queues/steer';
import { queuesKey } from '@mycelium/kit/queues/tell-queues';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';

const noun = tenantQueuesOf('tenants');
const TENANT = 'Whose it is; `all`, or another tenant, for platform staff.';
const STEER = `mutation ($tenantId: ID!, $order: TaskOrder!, $what: String!) {
  steerTask(tenantId: $tenantId, order: $order, what: $what)
}`;

const queuesOf = (ctx: Context, asked: string) => {
  const tenantId = whoseTasks(ctx, asked) ?? ALL_TENANTS;
  return { channel: queuesKey(tenantId), read: async () => ({ tenantId }) };
};

const RecordedThere = () => Unaudited('the subgraph whose task it is records it, in the name of the viewer');

@Resolver()
class QueuesRootResolver {
  @Allow('work:read')
  @Query(() => noun, { description: 'Background work: how much is waiting, running and was given up.' })
  queues(@Arg('tenantId', () => ID, { description: TENANT }) tenantId: string, @Ctx() ctx: Context): TenantQueues {
    return { tenantId: whoseTasks(ctx, tenantId) ?? ALL_TENANTS };
  }

  @FollowState(() => noun, 'work:read', 'Background work', queuesOf, { ofTenant: TENANT })
  queueChanged(queues: TenantQueues): TenantQueues {
    return queues;
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, { description: 'Runs a task now that is waiting or was given up; its attempts start again.' })
  retryTask(
    @Arg('tenantId', () => ID, { description: TENANT }) tenantId: string,
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
  ): Promise<TenantQueues> {
    return steerTask(ctx, tenantId, id, TaskOrder.RETRY);
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, { description: 'Cancels a task permanently, even one that is running.' })
  cancelTask(
    @Arg('tenantId', () => ID, { description: TENANT }) tenantId: string,
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
  ): Promise<TenantQueues> {
    return steerTask(ctx, tenantId, id, TaskOrder.CANCEL);
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, {
    description:
      'Pauses a kind of work: no task of it starts until it is resumed; running ones continue. Recurring work waits too, and then runs once, however often it was due.',
  })
  pauseTasks(
    @Arg('tenantId', () => ID, { description: TENANT }) tenantId: string,
    @Arg('subgraph', () => String) subgraph: string,
    @Arg('kind', () => String) kind: string,
    @Ctx() ctx: Context,
  ): Promise<TenantQueues> {
    return steerTask(ctx, tenantId, `${subgraph}:${kind}`, TaskOrder.PAUSE);
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, { description: 'Resumes a kind of work.' })
  resumeTasks(
    @Arg('tenantId', () => ID, { description: TENANT }) tenantId: string,
    @Arg('subgraph', () => String) subgraph: string,
    @Arg('kind', () => String) kind: string,
    @Ctx() ctx: Context,
  ): Promise<TenantQueues> {
    return steerTask(ctx, tenantId, `${subgraph}:${kind}`, TaskOrder.RESUME);
  }
}

/** Done by the subgraph whose task it is, in the name of the viewer. */
async function steerTask(ctx: Context, tenantId: string, id: string, order: TaskOrder): Promise<TenantQueues> {
  const whose = whoseTasks(ctx, tenantId);
  const at = id.indexOf(':');
  const name = subgraphNames.find((each): each is SubgraphName => each === id.slice(0, at));
  if (!name) throw new NotFound('Task', id);
  const what = id.slice(at + 1);
  if (name === 'tenants') await steer(ctx, { order, what, tenantId: whose });
  else await ctx.ask(name, { query: STEER, variables: { tenantId, order, what } }, ctx.call);
  return { tenantId };
}

export const queuesRootPart = part(QueuesRootResolver);
