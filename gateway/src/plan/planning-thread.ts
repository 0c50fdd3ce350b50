import { Worker } from 'node:worker_threads';
import { unavailable } from '../errors.ts';
import type { Planned } from './apollo-planner.ts';
import { TooLong } from './time-limit.ts';

/** What the thread is asked, one after the other. */
export interface Question {
  text: string;
  operationName: string | undefined;
  milliseconds: number;
}

/** `begun` when it has the supergraph, then an answer to each question. */
export type Told = 'begun' | { planned: Planned } | { failed: string } | 'too long';

/** A second planner of the same supergraph, on a thread that is started when it is needed first. */
export interface PlanningThread {
  /** Rejects with `TooLong`, or why it cannot be planned. */
  plan(text: string, operationName: string | undefined): Promise<Planned>;
  close(): void;
}

const MOST_MS = 600;
/** Over which it is taken to hang; it ends what takes too long itself. */
const GRACE_MS = 1_000;
const BEGIN_MS = 30_000;
/** Operations that wait; who asks for one more should not wait behind all of them. */
const MOST_WAITING = 20;
const MOST_MEGABYTES = 512;

interface Waiting {
  question: Question;
  resolve(planned: Planned): void;
  reject(error: Error): void;
}

export function openPlanningThread(plannableSdl: string): PlanningThread {
  const waiting: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let patience: NodeJS.Timeout | undefined;
  let isClosed = false;

  const settle = (how: (asked: Waiting) => void): void => {
    clearTimeout(patience);
    const asked = current;
    current = undefined;
    if (asked) how(asked);
    next();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./planning.ts', import.meta.url), {
      workerData: plannableSdl,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    started.unref();
    const isOurs = () => worker === started;
    started.on('message', (told: Told) => {
      if (!isOurs()) return;
      if (told === 'begun') ask();
      else if (told === 'too long') settle(({ reject }) => reject(new TooLong()));
      else if ('failed' in told) settle(({ reject }) => reject(new Error(told.failed)));
      else settle(({ resolve }) => resolve(told.planned));
    });
    // Its memory is bounded too: an operation that needs more ends the thread and nothing else.
    started.on('error', () => {
      if (isOurs()) giveUp();
    });
    return started;
  };

  const ask = (): void => {
    if (!worker || !current) return;
    wait(current.question.milliseconds + GRACE_MS);
    worker.postMessage(current.question);
  };

  const wait = (milliseconds: number): void => {
    clearTimeout(patience);
    patience = setTimeout(giveUp, milliseconds);
  };

  const giveUp = (): void => {
    void worker?.terminate();
    worker = undefined;
    settle(({ reject }) => reject(new TooLong()));
  };

  const next = (): void => {
    if (current || isClosed) return;
    current = waiting.shift();
    if (!current) return;
    if (worker) {
      ask();
      return;
    }
    worker = start();
    wait(BEGIN_MS);
  };

  return {
    plan(text, operationName) {
      if (isClosed || waiting.length >= MOST_WAITING) {
        return Promise.reject(unavailable('gateway', 'too many operations wait to be planned'));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ question: { text, operationName, milliseconds: MOST_MS }, resolve, reject });
        next();
      });
    },
    close() {
      isClosed = true;
      clearTimeout(patience);
      void worker?.terminate();
      worker = undefined;
      for (const { reject } of [current, ...waiting.splice(0)].flatMap((each) => each ?? [])) {
        reject(unavailable('gateway', 'it is closing'));
      }
      current = undefined;
    },
  };
}
