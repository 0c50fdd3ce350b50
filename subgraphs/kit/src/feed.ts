import { eventIn } from '@mycelium/bus/event-in';
import { feedKey } from '@mycelium/bus/feed-key';
import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Bell } from './bell.ts';
import { checkCursor, isLater, windowPassed } from './feed-cursor.ts';
import { Mailbox } from './mailbox.ts';

/** An event at its place in a feed. */
export interface FeedChange {
  cursor: string;
  event: Event;
}

/** Changes of a feed, and the position behind which they begin. */
export interface Following extends AsyncIterableIterator<FeedChange> {
  readonly start: string;
}

export interface Feeds {
  /**
   * The feed's changes of these types: those after the cursor first, then each as it happens, without a gap or a double.
   * Resolves when "from now on" has begun; rejects when the cursor cannot be resumed from.
   */
  subscribe(feed: string, types: ReadonlySet<string>, after?: string): Promise<Following>;
  close(): void;
}

const POLL_MS = 2_000;
const PAGE = 500;

/**
 * One reader per feed serves every subscription of this process; the bell and a slow poll only wake it. It reads by a connection
 * that waits while Redis is away, which stays its owner's, as does the bell.
 */
export function openFeeds(redis: Redis, bell: Bell): Feeds {
  const tails = new Map<string, Tail>();
  const poll = setInterval(() => {
    for (const tail of tails.values()) tail.wake();
  }, POLL_MS);
  poll.unref();

  function tailOf(feed: string): Tail {
    const existing = tails.get(feed);
    if (existing) return existing;
    const wake = (): void => tail.wake();
    const listening = bell.listen(feedKey(feed), { hear: wake, missed: wake });
    const tail = new Tail(redis, feed, () => {
      tails.delete(feed);
      void listening.then((stop) => stop());
    });
    tails.set(feed, tail);
    return tail;
  }

  return {
    async subscribe(feed, types, after) {
      if (after !== undefined) checkCursor(after);
      const follower = new Follower(tailOf(feed), types);
      try {
        await follower.begin(after);
        return follower;
      } catch (error) {
        await follower.return();
        throw error;
      }
    },
    close() {
      clearInterval(poll);
      for (const tail of tails.values()) tail.close();
    },
  };
}

/** Reads one feed from where it stood, and passes it to its followers. */
class Tail {
  /** Every subscription, also those that still catch up. */
  readonly open = new Set<Follower>();
  /** The subscriptions that have caught up. */
  readonly live = new Set<Follower>();
  /** Resolves when `position` is known. */
  readonly ready: Promise<void>;
  position = '';
  #reading = false;
  #again = false;

  constructor(
    readonly redis: Redis,
    readonly feed: string,
    readonly onIdle: () => void,
  ) {
    this.ready = lastPosition(redis, feed).then((position) => {
      this.position = position;
    });
    this.ready.catch(() => undefined);
  }

  leave(follower: Follower): void {
    this.live.delete(follower);
    if (this.open.delete(follower) && this.open.size === 0) this.onIdle();
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
    for (const follower of [...this.open]) follower.close();
  }

  async #read(): Promise<void> {
    await this.ready;
    for (;;) {
      const { changes, last, isFull } = await readPage(this.redis, this.feed, this.position);
      for (const change of changes) {
        this.position = change.cursor;
        for (const follower of this.live) follower.deliver(change);
      }
      this.position = last ?? this.position;
      if (!isFull) return;
    }
  }
}

/** One subscription: reads the past by itself, as fast as it is asked for it, and joins the tail when it has caught up. */
class Follower implements Following {
  start = '';
  readonly #mailbox = new Mailbox<FeedChange>();
  #past: { position: string; page: FeedChange[] } | undefined;
  /** Where this one joined; the tail may still have to read up to there. */
  #joinedAt = '';

  constructor(
    readonly tail: Tail,
    readonly types: ReadonlySet<string>,
  ) {
    tail.open.add(this);
  }

  async begin(after: string | undefined): Promise<void> {
    await this.tail.ready;
    if (after === undefined) {
      this.start = this.tail.position;
      this.tail.live.add(this);
      return;
    }
    const last = await lastPosition(this.tail.redis, this.tail.feed);
    if (isLater(after, last)) throw windowPassed();
    this.start = after;
    this.#past = { position: after, page: [] };
  }

  deliver(change: FeedChange): void {
    if (this.types.has(change.event.type) && isLater(change.cursor, this.#joinedAt)) this.#mailbox.put(change);
  }

  next(): Promise<IteratorResult<FeedChange>> {
    return this.#past && !this.#mailbox.closed ? this.#nextOfPast(this.#past) : this.#mailbox.next();
  }

  return(): Promise<IteratorResult<FeedChange>> {
    this.tail.leave(this);
    return this.#mailbox.return();
  }

  close(): void {
    this.tail.leave(this);
    this.#mailbox.close();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #nextOfPast(past: { position: string; page: FeedChange[] }): Promise<IteratorResult<FeedChange>> {
    for (;;) {
      const change = past.page.shift();
      if (change && !this.#mailbox.closed) return { done: false, value: change };
      const tailAt = this.tail.position;
      const { changes, last } = await readPage(this.tail.redis, this.tail.feed, past.position);
      past.position = last ?? past.position;
      past.page = changes.filter(({ event }) => this.types.has(event.type));
      if (last === undefined && this.tail.position === tailAt) {
        // The tail has read nothing meanwhile, and nothing is awaited before joining: what comes later, it will bring.
        this.#past = undefined;
        this.#joinedAt = past.position;
        if (!this.#mailbox.closed) this.tail.live.add(this);
        this.tail.wake();
        return this.#mailbox.next();
      }
    }
  }
}

interface Page {
  changes: FeedChange[];
  /** The position of its last entry; undefined when there is none. */
  last: string | undefined;
  isFull: boolean;
}

/** What is no event is passed over: whoever follows sees all others. */
async function readPage(redis: Redis, feed: string, after: string): Promise<Page> {
  const entries = await redis.xrange(feedKey(feed), `(${after}`, '+', 'COUNT', PAGE);
  const changes = entries.flatMap(([cursor, [, json = '']]) => {
    const event = eventIn(json);
    return event ? [{ cursor, event }] : [];
  });
  return { changes, last: entries.at(-1)?.[0], isFull: entries.length === PAGE };
}

/** Where a feed ends; an empty one ends a moment ago, so that its cursor expires like any other. */
async function lastPosition(redis: Redis, feed: string): Promise<string> {
  const answers = await redis.multi().time().xrevrange(feedKey(feed), '+', '-', 'COUNT', 1).exec();
  const [time, entries] = answersSchema.parse(answers?.map(([, answer]) => answer));
  return entries[0]?.[0] ?? `${time[0] * 1_000 + Math.floor(time[1] / 1_000) - 1}-0`;
}

const answersSchema = z.tuple([
  z.tuple([z.coerce.number(), z.coerce.number()]),
  z.array(z.tuple([z.string()], z.unknown())),
]);
