import type { SubgraphName } from '@mycelium/schema/roster';
import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { z } from 'zod';
import { Allow } from '../allow.ts';
import type { Context } from '../context.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { parseInput } from '../input.ts';
import { type Part, part } from '../part.ts';
import { BackgroundTask, TaskAttempt, TaskOrder, TaskQueue, TaskState } from './queue.ts';
import { ALL_TENANTS, readAttempts, readQueues, readTasks } from './read-queues.ts';
import { steer } from './steer.ts';

/** The background work of a tenant, as one subgraph sees it. */
export interface TenantQueues {
  tenantId: string;
}

const nouns = new Map<SubgraphName, ClassType<TenantQueues>>();

/** Each subgraph has a class of its own for what all of them add to, since several may live in one process. */
export function tenantQueuesOf(name: SubgraphName): ClassType<TenantQueues> {
  const known = nouns.get(name);
  if (known) return known;
  @Directive('@key(fields: "tenantId")')
  @ObjectType('TenantQueues', {
    description:
      'The background work of a tenant. Each subgraph answers for its own kinds: if one is not available it returns null and an error, and the others still answer.',
  })
  class Queues implements TenantQueues {
    @Field(() => ID, { description: '`all` for the work of every tenant and of the platform.' })
    tenantId!: string;
  }
  nouns.set(name, Queues);
  return Queues;
}

const most = z.number().int().min(1, 'A list has at least 1 entry').max(200, 'A list has at most 200 entries');
const FIRST = { defaultValue: 50, description: 'At most 200.' };

/** Whose work is meant; throws for what is another's, unless the viewer is of the platform's staff. */
export function whoseTasks({ viewer }: Context, tenantId: string): string | undefined {
  const isStaff = viewer.scopes.includes('platform:admin');
  if (tenantId === ALL_TENANTS) {
    if (!isStaff) throw new Forbidden('Only platform staff can see the work of all tenants.');
    return undefined;
  }
  if (tenantId !== viewer.tenantId && !isStaff) throw new NotFound('Tenant', tenantId);
  return tenantId;
}

@Resolver(() => TaskQueue)
class TaskQueueResolver {
  @FieldResolver(() => [BackgroundTask], {
    description: 'What is unfinished: given up first, then running, then in the order in which it is due.',
  })
  tasks(
    @Root() queue: TaskQueue,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() ctx: Context,
    @Arg('state', () => TaskState, { nullable: true, description: 'Only these.' }) state?: TaskState,
  ): Promise<BackgroundTask[]> {
    return readTasks(ctx, queue, state ?? undefined, parseInput(most, first, ['first']));
  }

  @FieldResolver(() => [TaskAttempt], { description: 'The outcomes of the latest attempts, newest first.' })
  attempts(
    @Root() queue: TaskQueue,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() ctx: Context,
    @Arg('taskId', () => ID, { nullable: true, description: 'Only those for this task: its history.' }) taskId?: string,
  ): Promise<TaskAttempt[]> {
    return readAttempts(ctx, queue, taskId ?? undefined, parseInput(most, first, ['first']));
  }
}

const parts = new Map<SubgraphName, Part>();

/** What a subgraph with tasks answers of them: a field of `TenantQueues` by its name, and what may be done to them. */
export function queuesPart(name: SubgraphName): Part {
  const known = parts.get(name) ?? makePart(name);
  parts.set(name, known);
  return known;
}

function makePart(name: SubgraphName): Part {
  const noun = tenantQueuesOf(name);

  @Resolver(() => noun)
  class QueuesResolver {
    @Allow('work:read')
    @FieldResolver(() => [TaskQueue], {
      name,
      nullable: true,
      description: `The background work of the subgraph ${name}.`,
    })
    queues(
      @Root() { tenantId }: TenantQueues,
      @Ctx() ctx: Context,
      @Arg('kind', () => String, { nullable: true, description: 'Only this one.' }) kind?: string,
    ): Promise<TaskQueue[]> {
      return readQueues(ctx, name, whoseTasks(ctx, tenantId), kind ?? undefined);
    }
  }

  @Resolver()
  class SteerResolver {
    @Allow('work:write')
    @Directive('@shareable')
    @Directive('@inaccessible')
    @Mutation(() => Boolean, {
      description: 'What retryTask, cancelTask, pauseTasks and resumeTasks ask of a subgraph.',
    })
    async steerTask(
      @Arg('tenantId', () => ID) tenantId: string,
      @Arg('order', () => TaskOrder) order: TaskOrder,
      @Arg('what', () => String, { description: 'A task by its number here, or a kind by its name.' }) what: string,
      @Ctx() ctx: Context,
    ): Promise<boolean> {
      await steer(ctx, { order, what, tenantId: whoseTasks(ctx, tenantId) });
      return true;
    }
  }

  return part(noun, TaskQueueResolver, QueuesResolver, SteerResolver);
}
