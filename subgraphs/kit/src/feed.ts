import type { Event } from '@mycelium/schema/events';
import { eventSchema } from '@mycelium/schema/events';
import { type PubSubRedisOptions, RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis } from 'ioredis';
import { Invalid, Refusal } from './errors.ts';
import { Mailbox } from './mailbox.ts';
import { FEED_WINDOW_MS, feedKey } from './redis.ts';

/** An event at its place in a feed. */
export interface FeedChange {
  cursor: string;
  event: Event;
}

export interface Feeds {
  /** The feed's changes of these types: those after the cursor first, then each as it happens, without a gap or a double. */
  subscribe(feed: string, types: ReadonlySet<string>, after?: string): AsyncIterableIterator<FeedChange>;
  close(): Promise<void>;
}

interface Connections {
  /** For reading; waits while Redis is away. */
  redis: Redis;
  publisher: Redis;
  subscriber: Redis;
}

const POLL_MS = 2_000;
const PAGE = 500;

/** The library's types know the ioredis before ours; what it calls is the same in both. */
type RedisClient = NonNullable<PubSubRedisOptions['publisher']>;

/** One reader per feed serves every subscription of this process; pub/sub and a slow poll only wake it. */
export function openFeeds({ redis, publisher, subscriber }: Connections): Feeds {
  const pubsub = new RedisPubSub({
    publisher: publisher as unknown as RedisClient,
    subscriber: subscriber as unknown as RedisClient,
    deserializer: String,
  });
  const tails = new Map<string, Tail>();
  const wakeAll = (): void => {
    for (const tail of tails.values()) tail.wake();
  };
  const poll = setInterval(wakeAll, POLL_MS);
  poll.unref();
  subscriber.on('ready', wakeAll);

  function tailOf(feed: string): Tail {
    const existing = tails.get(feed);
    if (existing) return existing;
    const tail = new Tail(redis, feed);
    tails.set(feed, tail);
    const subscription = pubsub.subscribe(feedKey(feed), () => tail.wake());
    tail.onIdle = () => {
      tails.delete(feed);
      subscription.then((id) => pubsub.unsubscribe(id)).catch(() => undefined);
    };
    return tail;
  }

  return {
    subscribe(feed, types, after) {
      if (after !== undefined) checkCursor(after);
      const mailbox = new Mailbox<FeedChange>();
      tailOf(feed)
        .follow(mailbox, types, after)
        .catch((error: unknown) => mailbox.fail(error));
      return mailbox;
    },
    async close() {
      clearInterval(poll);
      subscriber.off('ready', wakeAll);
      for (const tail of tails.values()) tail.close();
      await pubsub.close();
    },
  };
}

interface Follower {
  mailbox: Mailbox<FeedChange>;
  types: ReadonlySet<string>;
  /** Nothing at or before this position is delivered again. */
  position: string;
}

/** Reads one feed from where it stood, and tells its followers. */
class Tail {
  onIdle: () => void = () => undefined;
  readonly #followers = new Set<Follower>();
  readonly #start: Promise<string>;
  #position: string | undefined;
  #reading = false;
  #again = false;

  constructor(
    readonly redis: Redis,
    readonly feed: string,
  ) {
    this.#start = lastPosition(redis, feed).then((position) => (this.#position = position));
    this.#start.catch(() => undefined);
  }

  async follow(mailbox: Mailbox<FeedChange>, types: ReadonlySet<string>, after: string | undefined): Promise<void> {
    const follower: Follower = { mailbox, types, position: after ?? '' };
    let joined = false;
    mailbox.onClose = () => {
      this.#followers.delete(follower);
      if (this.#followers.size === 0) this.onIdle();
    };
    const waiting: Follower = { ...follower, mailbox: new Mailbox() };
    this.#followers.add(waiting);
    try {
      const start = await this.#start;
      follower.position = after ?? start;
      if (after !== undefined) {
        if (isLater(after, await lastPosition(this.redis, this.feed)) && after !== start) throw windowPassed();
        for await (const change of readRange(this.redis, this.feed, after)) {
          if (mailbox.closed) return;
          deliver(follower, change);
        }
      }
      joined = true;
    } finally {
      this.#followers.delete(waiting);
      if (joined && !mailbox.closed) this.#followers.add(follower);
      else if (this.#followers.size === 0) this.onIdle();
    }
    for (const change of waiting.mailbox.takeAll()) deliver(follower, change);
    this.wake();
  }

  /** Reads on. Calls while it reads make it read once more. */
  wake(): void {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    this.#read()
      .catch(() => undefined)
      .finally(() => {
        this.#reading = false;
        if (!this.#again) return;
        this.#again = false;
        this.wake();
      });
  }

  close(): void {
    for (const follower of this.#followers) follower.mailbox.close();
  }

  async #read(): Promise<void> {
    await this.#start;
    for await (const change of readRange(this.redis, this.feed, this.#position ?? '0-0')) {
      this.#position = change.cursor;
      for (const follower of this.#followers) deliver(follower, change);
    }
  }
}

function deliver(follower: Follower, change: FeedChange): void {
  if (!isLater(change.cursor, follower.position)) return;
  follower.position = change.cursor;
  if (follower.types.has(change.event.type)) follower.mailbox.put(change);
}

async function* readRange(redis: Redis, feed: string, after: string): AsyncGenerator<FeedChange> {
  let position = after;
  for (;;) {
    const entries = await redis.xrange(feedKey(feed), `(${position}`, '+', 'COUNT', PAGE);
    for (const [cursor, fields] of entries) {
      position = cursor;
      yield { cursor, event: eventSchema.parse(JSON.parse(fields[1] ?? '{}')) };
    }
    if (entries.length < PAGE) return;
  }
}

async function lastPosition(redis: Redis, feed: string): Promise<string> {
  const [last] = await redis.xrevrange(feedKey(feed), '+', '-', 'COUNT', 1);
  return last?.[0] ?? '0-0';
}

const CURSOR = /^(\d{1,16})-(\d{1,10})$/;

function checkCursor(cursor: string): void {
  const [, milliseconds] = CURSOR.exec(cursor) ?? [];
  if (milliseconds === undefined) throw new Invalid('This cursor is not one of ours.', ['after']);
  if (cursor !== '0-0' && Number(milliseconds) < Date.now() - FEED_WINDOW_MS) throw windowPassed();
}

function windowPassed(): Refusal {
  return new Refusal(
    'What came after this cursor is kept no more; read anew and subscribe without it.',
    'BAD_USER_INPUT',
    'info',
    {
      path: ['after'],
      reason: 'CURSOR_EXPIRED',
    },
  );
}

/** Whether one position lies after another; the empty one lies before all. */
export function isLater(cursor: string, than: string): boolean {
  const [time = 0, sequence = 0] = cursor.split('-').map(Number);
  const [thanTime = -1, thanSequence = -1] = than === '' ? [] : than.split('-').map(Number);
  return time > thanTime || (time === thanTime && sequence > thanSequence);
}
