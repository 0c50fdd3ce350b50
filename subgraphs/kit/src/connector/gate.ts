import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { type Clock, realClock } from './clock.ts';
import {
  type Change,
  type Entry,
  enter,
  type Found,
  type GateRules,
  type GateState,
  gateSchema,
  leave,
  untouched,
  usualRules,
} from './gate-state.ts';

/** What stands before the calls of one connection, for all processes: its breaker, and the pause that it asked for. */
export interface Gate {
  enter(probeMs: number): Promise<Pass>;
}

/** One way through a gate, or not. */
export interface Pass extends Entry {
  /** Says what was found; answers what that did to the breaker, to one of all who might report it. */
  leave(found: Found): Promise<Change | undefined>;
}

/** How a connection is, for whoever looks at it. */
export interface ConnectionState {
  breaker: 'CLOSED' | 'OPEN' | 'PROBING';
  /** Failures in a row. */
  failures: number;
  /** Since when the breaker is open, and until when at least. */
  since?: Date;
  until?: Date;
  /** Until when the vendor asked for a pause. */
  pausedUntil?: Date;
}

const keyOf = (connection: string): string => `mycelium:connection:${connection}`;
/** How long the state of a connection is kept: longer than any pause lasts. */
const KEPT_MS = 32 * 24 * 60 * 60_000;
/** How often a change is tried; in each turn one of those who write at the same time gets through. */
const MOST_TURNS = 100;

/** What is kept, and the time: one clock for all processes. */
const LOOK = `
local time = redis.call('TIME')
return { redis.call('GET', KEYS[1]), time[1] * 1000 + math.floor(time[2] / 1000) }`;

/** Writes what follows from what was read, unless somebody else has written since. */
const KEEP = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

type Step<Result> = (state: GateState, now: number) => [GateState, Result];

/** The states of this process, for while Redis is away. */
const own = new LRUCache<string, GateState>({ max: 10_000 });

/** The gate of a connection; without Redis of this process alone, by its own clock. */
export function openGate(
  connection: string,
  { redis, breaker: rules = usualRules, clock = realClock }: { redis?: Redis; breaker?: GateRules; clock?: Clock },
): Gate {
  const step = async <Result>(work: Step<Result>): Promise<Result> => {
    try {
      if (redis) return await stepInRedis(redis, keyOf(connection), work);
    } catch {
      // Redis is away.
    }
    const [next, result] = work(own.get(connection) ?? untouched, clock.now());
    own.set(connection, next);
    return result;
  };
  return {
    async enter(probeMs) {
      const who = randomUUID();
      const [entry, failures] = await step((state, now) => {
        const [next, entered] = enter(state, now, who, probeMs);
        return [next, [entered, state.failures] as const];
      });
      return {
        ...entry,
        async leave(found) {
          // What changes nothing is not written.
          if (entry.is === 'GO' && (found === 'NOTHING' || (found === 'WELL' && failures === 0))) return undefined;
          return step((state, now) => leave(state, now, who, found, rules));
        },
      };
    },
  };
}

/** How a connection is; of one that never failed, that all is well. Throws while Redis is away. */
export async function readConnection(redis: Redis, connection: string): Promise<ConnectionState> {
  const { state, now } = await look(redis, keyOf(connection));
  const { failures, openedAt, openUntil, probeUntil = 0, pausedUntil = 0 } = state;
  const moment = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms));
  const breaker = openUntil === undefined ? 'CLOSED' : probeUntil > now ? 'PROBING' : 'OPEN';
  const pause = pausedUntil > now ? pausedUntil : undefined;
  return { breaker, failures, since: moment(openedAt), until: moment(openUntil), pausedUntil: moment(pause) };
}

/** Forgets how a connection was: it leads elsewhere now, or with another key. */
export async function forgetConnection(redis: Redis, connection: string): Promise<void> {
  own.delete(connection);
  await redis.del(keyOf(connection));
}

async function look(redis: Redis, key: string): Promise<{ kept: string; state: GateState; now: number }> {
  const [kept, now] = (await redis.eval(LOOK, 1, key)) as [string | null, number];
  return { kept: kept ?? '', state: kept ? gateSchema.parse(JSON.parse(kept)) : untouched, now };
}

async function stepInRedis<Result>(redis: Redis, key: string, work: Step<Result>): Promise<Result> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { kept, state, now } = await look(redis, key);
    const [next, result] = work(state, now);
    if (next === state) return result;
    if (await redis.eval(KEEP, 1, key, kept, JSON.stringify(next), KEPT_MS)) return result;
  }
  throw new Error('Too many write the state of this connection at the same time.');
}
