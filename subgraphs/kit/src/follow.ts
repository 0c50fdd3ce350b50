import type { EntityClass } from '@mikro-orm/core';
import { feedKey } from '@mycelium/bus/feed-key';
import type { Row } from '@mycelium/database/row';
import type { Event, EventType } from '@mycelium/schema/event-type';
import { platformBook } from '@mycelium/schema/platform-book';
import { Cursor } from '@mycelium/schema/scalars';
import type { Redis } from 'ioredis';
import { Arg, type ClassType, Ctx, ID, Root, Subscription } from 'type-graphql';
import type { z } from 'zod';
import { Allow, checkTenant, ownTenant } from './allow.ts';
import type { Change } from './change.ts';
import type { Context } from './context.ts';
import { read } from './crud.ts';
import { Unauthenticated, Unavailable } from './errors.ts';
import type { FeedChange } from './feed.ts';
import { isLater } from './feed-cursor.ts';

/** An event of this type, or of one of these, with its payload read. */
export type EventOf<Type extends EventType> = Omit<Event, 'payload'> & { payload: z.infer<Type['payload']> };

/** What a change says beside where it is and when. */
type Said<Noun extends Change> = Omit<Noun, keyof Change>;

/** A method that says what changed. */
interface Method<Types extends readonly EventType[], Noun extends Change> {
  value?(event: EventOf<Types[number]>, ctx: Context): Said<Noun> | Promise<Said<Noun>>;
}

/**
 * A subscription to what is published of these types in a tenant's feed, for those with the scope, or for everyone who is
 * logged in: `noteChanged(tenantId, after)`. The method says what changed; where and when are added. Another tenant's
 * feed is refused. With `personOf` a change is for the person that it names alone: nobody else hears of it, and who is no person is refused.
 * One for which it names nobody is for everybody.
 * Such a field is `@viewerSpecific`.
 */
export function Follow<Noun extends Change, const Types extends readonly EventType[]>(
  change: () => ClassType<Noun>,
  types: Types,
  scope: string | undefined,
  description: string,
  personOf?: (payload: z.infer<Types[number]['payload']>) => string | undefined,
) {
  async function follow(ctx: Context, { tenantId, after }: FollowArgs): Promise<AsyncIterableIterator<FeedChange>> {
    const { kind, id } = ctx.viewer;
    checkTenant(ctx, String(tenantId));
    if (personOf && (kind !== 'user' || id === '')) throw new Unauthenticated('Only a person can do this.');
    const changes = await ctx.subscribe(String(tenantId), types, after ?? undefined);
    return personOf ? onlyThose(changes, ({ event }) => (personOf(readPayload(types, event)) ?? id) === id) : changes;
  }
  const decorate = following({ change, types, scope, description, follow });
  return (resolver: object, name: string, descriptor: Method<Types, Noun>): void => {
    decorate(resolver, name, descriptor);
    Arg('tenantId', () => ID)(resolver, name, 2);
    Arg('after', () => Cursor, { nullable: true, description: AFTER })(resolver, name, 3);
  };
}

/**
 * The same of one part of the viewer's tenant, such as a location: `orderChanged(locationId, after)` tells the changes of that
 * one alone, and of a smaller part `within` it where one is named too. Throws NotFound for a part that the tenant does not have.
 */
export function FollowPart<Noun extends Change, const Types extends readonly EventType[]>(
  change: () => ClassType<Noun>,
  types: Types,
  scope: string,
  description: string,
  { within, ...whole }: Part<Types> & { within?: Part<Types> },
) {
  async function follow(ctx: Context, { after, ...args }: FollowArgs): Promise<AsyncIterableIterator<FeedChange>> {
    const parts: { id: string; partOf: Part<Types>['partOf'] }[] = [];
    for (const { argument, noun, partOf } of within ? [whole, within] : [whole]) {
      const wanted: unknown = Reflect.get(args, argument);
      if (wanted != null) parts.push({ id: (await read(ctx, noun(), String(wanted))).id, partOf });
    }
    const changes = await ctx.subscribe(ownTenant(ctx), types, after ?? undefined);
    return onlyThose(changes, ({ event }) => {
      const payload = readPayload(types, event);
      return parts.every(({ id, partOf }) => partOf(payload) === id);
    });
  }
  const decorate = following({ change, types, scope, description, follow });
  return (resolver: object, name: string, descriptor: Method<Types, Noun>): void => {
    decorate(resolver, name, descriptor);
    Arg(whole.argument, () => ID)(resolver, name, 2);
    Arg('after', () => Cursor, { nullable: true, description: AFTER })(resolver, name, 3);
    if (within)
      Arg(within.argument, () => ID, { nullable: true, description: 'Left out, all of them.' })(resolver, name, 4);
  };
}

/** The same of what the platform's staff keep about all tenants, for them alone: `accountChanged(after)`, also with the position from which they follow a tenant. */
export function FollowBook<Noun extends Change, const Types extends readonly EventType[]>(
  change: () => ClassType<Noun>,
  types: Types,
  description: string,
) {
  const follow = async (ctx: Context, { after }: FollowArgs) =>
    ctx.subscribe(platformBook, types, after == null ? undefined : await positionInBook(ctx, after));
  const decorate = following({ change, types, scope: 'platform:admin', description, follow });
  return (resolver: object, name: string, descriptor: Method<Types, Noun>): void => {
    decorate(resolver, name, descriptor);
    Arg('after', () => Cursor, { nullable: true, description: AFTER })(resolver, name, 2);
  };
}

/**
 * A position of another feed, such as that from which a tenant is followed, is a moment by the same clock. Where it lies behind
 * the end of this one, nothing has happened since.
 */
async function positionInBook({ redis }: Context, after: string): Promise<string> {
  const [last] = await redis.xrevrange(feedKey(platformBook), '+', '-', 'COUNT', 1);
  if (!last) return '0-0';
  return isLater(after, last[0]) ? last[0] : after;
}

/** Of what a change is told: the argument that names it, what it is, and which of them a payload belongs to. */
interface Part<Types extends readonly EventType[]> {
  argument: string;
  noun(): EntityClass<Row>;
  partOf(payload: z.infer<Types[number]['payload']>): string;
}

interface FollowArgs {
  tenantId?: string;
  after?: string | null;
}

interface Following<Noun extends Change, Types extends readonly EventType[]> {
  change: () => ClassType<Noun>;
  types: Types;
  scope: string | undefined;
  description: string;
  follow(ctx: Context, args: FollowArgs): Promise<AsyncIterableIterator<FeedChange>>;
}

function following<Noun extends Change, Types extends readonly EventType[]>({
  change,
  types,
  scope,
  description,
  follow,
}: Following<Noun, Types>) {
  const subscription = Subscription(change, {
    description,
    subscribe: ({ args, context }) => follow(context as Context, args as FollowArgs),
  });
  return (resolver: object, name: string, descriptor: Method<Types, Noun>): void => {
    const say = descriptor.value;
    Object.assign(descriptor, {
      async value(this: unknown, { cursor, event }: FeedChange, ctx: Context) {
        const payload = readPayload(types, event);
        return { cursor, at: new Date(event.at), ...(await say?.call(this, { ...event, payload }, ctx)) };
      },
    });
    Allow(scope)(resolver, name, descriptor);
    subscription(resolver, name, descriptor);
    Root()(resolver, name, 0);
    Ctx()(resolver, name, 1);
  };
}

function readPayload<Types extends readonly EventType[]>(
  types: Types,
  { type, payload }: Event,
): z.infer<Types[number]['payload']> {
  return types.find(({ name }) => name === type)?.payload.parse(payload) as z.infer<Types[number]['payload']>;
}

/** What of an iterator is wanted; `return()` works while a `next()` is pending. */
function onlyThose<Item>(
  items: AsyncIterableIterator<Item>,
  isWanted: (item: Item) => boolean,
): AsyncIterableIterator<Item> {
  return {
    async next() {
      for (;;) {
        const result = await items.next();
        if (result.done || isWanted(result.value)) return result;
      }
    },
    return: () => items.return?.() ?? Promise.resolve({ done: true, value: undefined }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const AFTER = 'The cursor of the last change you have seen.';

/** How far back the position for a load lies: longer than its answer takes, since parts of it may be read before the position is. */
export const LOAD_MS = 10_000;

/** The position in a tenant's feed from which to follow what is loaded with it. */
export async function positionForLoad({ redis, log }: Context, tenantId: string): Promise<string> {
  try {
    const moment = await momentForLoad(redis);
    const [last] = await redis.xrevrange(feedKey(tenantId), moment, '-', 'COUNT', 1);
    return last?.[0] ?? `${moment}-0`;
  } catch (error) {
    log.warn({ err: error }, 'the position of a feed cannot be read');
    throw new Unavailable('The feed of changes');
  }
}

/** The moment from which to follow what is loaded now. The clock of Redis counts, which also gives the positions. */
export async function momentForLoad(redis: Redis): Promise<number> {
  const [seconds = 0, microseconds = 0] = (await redis.time()).map(Number);
  return seconds * 1_000 + Math.floor(microseconds / 1_000) - LOAD_MS;
}
