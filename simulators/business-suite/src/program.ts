import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { z } from 'zod';
import type { Graph } from './graph.ts';

const receivedSchema = z.object({
  data: z.object({
    eventReceived: z.object({
      attempt: z.number(),
      isReplay: z.boolean(),
      event: z.object({
        eventId: z.string(),
        eventType: z.string(),
        source: z.string(),
        payload: z.record(z.string(), z.unknown()),
      }),
    }),
  }),
});
type Event = z.infer<typeof receivedSchema>['data']['eventReceived']['event'];

type Answer = Record<string, unknown>;

/** What a program does with an event of a type; what it answers is its acknowledgment. */
export type Handlers = Record<string, (payload: Record<string, unknown>) => Answer>;

export const faults = ['fail', 'hang', 'crash'] as const;
export type Fault = (typeof faults)[number];

const SHORTEST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

export interface Program {
  /** The next events fail, are never answered, or make the program fall over and start again. */
  suffer(fault: Fault, times: number): void;
  /** The ids of the events that it has processed, in order: each once. */
  processed: readonly string[];
  close(): Promise<void>;
}

/** A program that only tells others: somebody else takes what comes for its application. */
export const silent: Program = { suffer: () => undefined, processed: [], close: async () => undefined };

/**
 * Takes what comes for an application, processes it and acknowledges it, until `close()`. It remembers what it has
 * processed, as its database would, so that an event that comes again is answered and not processed once more.
 */
export function runProgram(
  graph: Graph,
  application: string,
  handlers: Handlers,
  { leaseMs }: { leaseMs: number },
): Program {
  const stop = new AbortController();
  const answers = new Map<string, Answer>();
  const suffering: Record<Fault, number> = { fail: 0, hang: 0, crash: 0 };
  let socket: Client | undefined;
  let waitMs = SHORTEST_WAIT_MS;
  stop.signal.addEventListener('abort', () => socket?.terminate());

  async function take(event: Event): Promise<void> {
    const { eventId } = event;
    const fault = faults.find((each) => suffering[each] > 0);
    if (fault) suffering[fault] -= 1;
    if (fault === 'hang') return;
    if (fault === 'crash') throw new Error(`${application} fell over.`);
    if (fault === 'fail') {
      await graph.ask('fail', { application, eventId, reason: `${application} was told to fail.` });
      return;
    }
    const answer = answers.get(eventId) ?? { ...handlers[event.eventType]?.(event.payload), application };
    answers.set(eventId, answer);
    await graph.ask('acknowledge', { application, eventId, data: answer });
  }

  async function work(): Promise<void> {
    const followed = graph.follow('receive', { application, consumer: `${application} 1`, leaseMs });
    socket = followed.socket;
    try {
      for await (const received of followed.events) {
        waitMs = SHORTEST_WAIT_MS;
        await take(receivedSchema.parse(received).data.eventReceived.event);
      }
    } finally {
      followed.socket.terminate();
    }
  }

  async function keepWorking(): Promise<void> {
    while (!stop.signal.aborted) {
      // Whatever it was, what was leased comes again.
      await work().catch(() => undefined);
      await sleep(waitMs, undefined, { signal: stop.signal }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  const working = keepWorking();
  return {
    suffer(fault, times) {
      suffering[fault] += times;
    },
    get processed() {
      return [...answers.keys()];
    },
    async close() {
      stop.abort();
      await working;
    },
  };
}
