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
const TENANT = 'Whose it is; `all`, or that of another tenant, for the staff of the platform.';
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
  @Query(() => noun, { description: 'What is done in the background: how much waits, runs and was given up.' })
  queues(@Arg('tenantId', () => ID, { description: TENANT }) tenantId: string, @Ctx() ctx: Context): TenantQueues {
    return { tenantId: whoseTasks(ctx, tenantId) ?? ALL_TENANTS };
  }

  @FollowState(() => noun, 'work:read', 'What is done in the background', queuesOf, TENANT)
  queueChanged(queues: TenantQueues): TenantQueues {
    return queues;
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, { description: 'Does a task now that waits or was given up; its attempts begin anew.' })
  retryTask(
    @Arg('tenantId', () => ID, { description: TENANT }) tenantId: string,
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
  ): Promise<TenantQueues> {
    return steerTask(ctx, tenantId, id, TaskOrder.RETRY);
  }

  @Allow('work:write')
  @RecordedThere()
  @Mutation(() => noun, { description: 'Ends a task for good, also one that is at work.' })
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
      'Lets no task of a kind begin until it is resumed; those at work go on. What comes round by itself waits too, and is done once then, however often its time has come.',
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
  @Mutation(() => noun, { description: 'Lets the tasks of a kind begin again.' })
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
