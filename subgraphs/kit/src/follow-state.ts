import { Cursor } from '@mycelium/schema/scalars';
import { Arg, type ClassType, Directive, ID, Root, Subscription } from 'type-graphql';
import { Allow } from './allow.ts';
import { type Context, resourcesOf } from './context.ts';
import { WithoutDatabase } from './without-database.ts';

/** Nobody reads faster than this, and each reading costs some. */
const EVERY_MS = 250;

/** What is followed: the channel of Redis on which a change is announced, and what reads it. */
interface Followed<State> {
  channel: string;
  read(): Promise<State>;
}

interface Traits {
  /** What `tenantId` means, where it is more than that. */
  ofTenant?: string;
  /** Each state has its `cursor`, so that it is sent `after` one only when it is another. */
  isPlaced?: true;
}

/**
 * A subscription to a state of a tenant, for those with the scope: how it is now, and each time that it changes, at most four
 * times a second. The gateway sends whoever joins others what it last sent to them, unless they know it: `after` its position.
 * `follow` refuses what is another tenant's.
 */
export function FollowState<State extends object>(
  state: () => ClassType<State>,
  scope: string,
  description: string,
  follow: (ctx: Context, tenantId: string) => Followed<State>,
  { ofTenant, isPlaced }: Traits = {},
) {
  const subscription = Subscription(state, {
    description: `${description}: now, and whenever it changes, at most four times a second.${isPlaced ? UNLESS_KNOWN : ''}`,
    subscribe: ({ args, context }) => {
      const ctx = context as Context;
      const { tenantId, after } = args as { tenantId: string; after?: string | null };
      return followState(ctx, follow(ctx, tenantId), after ?? undefined);
    },
  });
  return (resolver: object, name: string, descriptor: TypedPropertyDescriptor<(state: State) => State>): void => {
    Allow(scope)(resolver, name, descriptor);
    WithoutDatabase()(resolver, name, descriptor);
    Directive('@currentState')(resolver, name, descriptor);
    subscription(resolver, name, descriptor);
    Root()(resolver, name, 0);
    Arg('tenantId', () => ID, { description: ofTenant })(resolver, name, 1);
    if (isPlaced) Arg('after', () => Cursor, { nullable: true, description: AFTER })(resolver, name, 2);
  };
}

const UNLESS_KNOWN = ' With `after`, not before it is another than it was there.';
const AFTER = 'The `cursor` of the last state you have seen, or the position of what you have loaded.';

/**
 * What is read, now and each time that a channel of Redis says that it changed, at most four times a second. What changes
 * between two readings is in the next one, so the last state always comes; but not that which stands where somebody has been.
 */
async function followState<State>(
  ctx: Context,
  { channel, read }: Followed<State>,
  after?: string,
): Promise<AsyncIterableIterator<State>> {
  let isOpen = true;
  let changed = Promise.withResolvers<void>();
  changed.resolve();
  let toldAt = 0;
  const closed = Promise.withResolvers<void>();
  const note = () => changed.resolve();
  const stop = await resourcesOf(ctx).bell.listen(channel, { hear: note, missed: note });

  async function rest(ms: number): Promise<void> {
    if (ms <= 0) return;
    const waited = Promise.withResolvers<void>();
    const timer = setTimeout(waited.resolve, ms);
    await Promise.race([waited.promise, closed.promise]);
    clearTimeout(timer);
  }

  async function next(): Promise<IteratorResult<State>> {
    while (isOpen) {
      await Promise.race([changed.promise, closed.promise]);
      await rest(toldAt + EVERY_MS - Date.now());
      if (!isOpen) break;
      changed = Promise.withResolvers();
      const state = await read().catch(() => undefined);
      toldAt = Date.now();
      if (after !== undefined && positionOf(state) === after) continue;
      if (state !== undefined) return { done: false, value: state };
      // Redis is away; whoever follows hears of it again when it is back.
      changed.resolve();
    }
    return { done: true, value: undefined };
  }

  const states: AsyncIterableIterator<State> = {
    next,
    async return() {
      isOpen = false;
      closed.resolve();
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => states,
  };
  return states;
}

function positionOf(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'cursor' in state ? state.cursor : undefined;
}
