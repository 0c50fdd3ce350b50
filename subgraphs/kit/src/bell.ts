import { type PubSubRedisOptions, RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis } from 'ioredis';
import type { Logger } from './log.ts';
import { patientRedis } from './redis.ts';

/** Who waits for what Redis says in a channel. */
export interface Listener {
  hear(message: string, channel: string): void;
  /** Something may have been said while nobody listened, before the beginning or while Redis was away: whoever waits looks. */
  missed(): void;
  /** The connection is gone: what is said from now on is missed. */
  lost?(): void;
}

export interface Bell {
  /** Listens until what it resolves with is called, or the bell is closed; resolves when what is said from now on is heard. */
  listen(channel: string, listener: Listener): Promise<() => void>;
  /** The same for every channel whose name fits, where `*` stands for anything. */
  listenToPattern(pattern: string, listener: Listener): Promise<() => void>;
  close(): void;
}

/** A message, and the channel in which it came. */
interface Said {
  message: string;
  channel: string;
}

interface Subscription {
  name: string;
  kind: 'CHANNEL' | 'PATTERN';
  missed(): void;
  lost(): void;
}

/** The one connection of this process to a Redis on which anybody listens. */
interface Line {
  connection: Redis;
  pubsub: RedisPubSub;
  subscriptions: Set<Subscription>;
  bells: number;
}

const lines = new Map<string, Line>();

/**
 * Hears what Redis says: all bells of a process at one address share one connection, however many listen. A listener that
 * throws is logged, and the others hear on.
 */
export function openBell(url: string, log: Logger): Bell {
  const line = lines.get(url) ?? openLine(url, log);
  line.bells += 1;
  const stops = new Set<() => void>();
  let isOpen = true;

  async function listen(
    kind: Subscription['kind'],
    name: string,
    { hear, missed, lost }: Listener,
  ): Promise<() => void> {
    const guarded = (act: () => void): void => {
      try {
        if (line.subscriptions.has(own)) act();
      } catch (error) {
        log.error({ err: error, channel: name }, 'a listener failed, and the others hear on');
      }
    };
    if (!isOpen) return () => undefined;
    const own: Subscription = { kind, name, missed: () => guarded(missed), lost: () => guarded(() => lost?.()) };
    line.subscriptions.add(own);
    const options = { pattern: kind === 'PATTERN' };
    const said = ({ message, channel }: Said) => guarded(() => hear(message, channel));
    const subscribed = line.pubsub.subscribe(name, said, options);
    const stop = (): void => {
      stops.delete(stop);
      // Never while the library goes through those who listen, and never before it has begun.
      if (line.subscriptions.delete(own)) void subscribed.then((id) => line.pubsub.unsubscribe(id));
    };
    stops.add(stop);
    await subscribed;
    own.missed();
    return stop;
  }

  return {
    listen: (channel, listener) => listen('CHANNEL', channel, listener),
    listenToPattern: (pattern, listener) => listen('PATTERN', pattern, listener),
    close() {
      if (!isOpen) return;
      isOpen = false;
      for (const stop of stops) stop();
      line.bells -= 1;
      if (line.bells > 0) return;
      lines.delete(url);
      line.connection.disconnect();
    },
  };
}

function openLine(url: string, log: Logger): Line {
  const connection = patientRedis(url, log, { autoResubscribe: false });
  const subscriber = subscriberOf(connection, log);
  const deserializer = (message: Buffer | string, context?: { channel?: string }): Said => ({
    message: String(message),
    channel: context?.channel ?? '',
  });
  const pubsub = new RedisPubSub({ subscriber, publisher: subscriber, deserializer });
  const line: Line = { connection, pubsub, subscriptions: new Set(), bells: 0 };
  connection.on('ready', () => {
    // What was closed meanwhile misses nothing.
    listenAgain(line).catch(() => undefined);
  });
  connection.on('close', () => {
    for (const { lost } of [...line.subscriptions]) lost();
  });
  lines.set(url, line);
  return line;
}

/** Only when Redis has heard of all channels can nothing be missed any more: then everybody looks. */
async function listenAgain({ connection, subscriptions }: Line): Promise<void> {
  const namesOf = (kind: Subscription['kind']): string[] => {
    const ofKind = [...subscriptions].filter((each) => each.kind === kind);
    return [...new Set(ofKind.map(({ name }) => name))];
  };
  const [channels, patterns] = [namesOf('CHANNEL'), namesOf('PATTERN')];
  if (channels.length > 0) await connection.subscribe(...channels);
  if (patterns.length > 0) await connection.psubscribe(...patterns);
  for (const { missed } of [...subscriptions]) missed();
}

/** The library's types know the ioredis before ours; what it calls is the same in both. */
type Subscriber = NonNullable<PubSubRedisOptions['subscriber']>;

/**
 * What the library calls of a connection. It has nobody who would hear of a refusal, so there is none: a connection that is closed
 * says nothing any more, and what Redis refuses is logged.
 */
function subscriberOf(connection: Redis, log: Logger): Subscriber {
  const tried = async (asked: Promise<unknown>): Promise<void> => {
    try {
      await asked;
    } catch (error) {
      if (connection.status !== 'end') log.error({ err: error }, 'a channel of Redis cannot be listened to');
    }
  };
  type Done = (error: null) => void;
  return {
    on: (event: string, listener: (...said: unknown[]) => void) => connection.on(event as 'message', listener),
    subscribe: (channel: string, done: Done) => void tried(connection.subscribe(channel)).then(() => done(null)),
    psubscribe: (pattern: string, done: Done) => void tried(connection.psubscribe(pattern)).then(() => done(null)),
    unsubscribe: (channel: string) => void tried(connection.unsubscribe(channel)),
    punsubscribe: (pattern: string) => void tried(connection.punsubscribe(pattern)),
  } as unknown as Subscriber;
}
