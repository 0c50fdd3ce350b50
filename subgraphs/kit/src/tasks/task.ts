import type { z } from 'zod';
import type { Context, Outside } from '../context.ts';
import type { Files } from '../files/files.ts';
import type { Vault } from '../vault.ts';
import type { Desk } from '../workers.ts';

/** What a task has at hand while it works. No transaction is held beyond the functions that it gives to these. */
export interface TaskDesk extends Desk {
  /** Whose task it is; undefined of the system's own. */
  tenantId: string | undefined;
  correlationId: string;
  outside: Outside;
  /** The subgraph's. */
  name: string;
  vault: Vault;
  /** Where uploads are, when that is set. */
  files: Files | undefined;
  /** Which attempt this is, from 1; and whether no other follows when it fails. */
  attempt: number;
  isLastAttempt: boolean;
  /** What `keep` kept last, also in an attempt that was killed; undefined in one that begins. */
  reached: unknown;
  /** One transaction in the task's tenant, or over all of them when it has none. */
  transact<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result>;
  /** The same, and keeps in it how far the task is; throws TaskLost when somebody else has the task by now. */
  keep<Result>(reached: unknown, work: (ctx: Context) => Promise<Result>): Promise<Result>;
  /** The last transaction: what it does and the end of the task are kept together, or neither. Throws TaskLost as `keep` does. */
  conclude<Result>(work: (ctx: Context) => Promise<Result>): Promise<Result>;
}

/** A kind of background work, by its name, which is never given to another kind. */
export interface Task<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  handle(desk: TaskDesk, payload: Payload): Promise<unknown>;
  /** After how many failures it is given up, with the reason of the last. */
  attempts: number;
  /** How long it waits after the first failure; then twice as long each time, up to the longest. */
  firstWaitMs: number;
  longestWaitMs: number;
  /** The crontab pattern, in UTC, by which it comes round by itself. */
  cron?: string;
  /** By the clock of the business, and not by real time. */
  byBusinessClock?: true;
  /** Whether it is done once, by one process, when a subgraph starts. */
  atStart?: boolean;
  /** What is to be done when a person cancels one; with the transaction in which it goes. */
  cancelled?(ctx: Context, payload: Payload): Promise<unknown>;
  /** The queue of its tasks, unless a task is planned for another one. */
  queue?: string;
  /** Whether this process has what the work needs; else what is enqueued waits for another one. */
  canRun?(outside: Outside): boolean;
}

type Settings<Payload> = Partial<
  Pick<
    Task<Payload>,
    'attempts' | 'firstWaitMs' | 'longestWaitMs' | 'cron' | 'atStart' | 'queue' | 'canRun' | 'cancelled'
  >
>;

const usual = { attempts: 12, firstWaitMs: 5_000, longestWaitMs: 60 * 60_000 };

/** A kind of work, to be listed in the manifest. It may be done again after a kill: it writes its outcome and its end in one transaction, by `conclude`. */
export function task<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  handle: Task<Payload>['handle'],
  settings: Settings<Payload> = {},
): Task<Payload> {
  return { ...usual, ...settings, name, payload, handle };
}

/** Thrown by a handler: trying again would change nothing, so the task is given up now. */
export class GiveUp extends Error {}

/** Thrown by a handler: it is nobody's failure, and there is to be another attempt after a while. */
export class NotYet extends Error {
  readonly waitMs: number;

  constructor(message: string, waitMs: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

/** Somebody else has the task by now, or it was cancelled; whatever this attempt still does is undone. */
export class TaskLost extends Error {
  constructor() {
    super('This task is no longer ours.');
  }
}

/** How long to wait after so many failures. */
export function waitAfter({ firstWaitMs, longestWaitMs }: Task, attempts: number): number {
  return Math.min(firstWaitMs * 2 ** Math.max(0, attempts - 1), longestWaitMs);
}

/** The tasks of a manifest; throws where two have the same name. */
export function byName(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const names = new Map(tasks.map((task) => [task.name, task]));
  if (names.size < tasks.length)
    throw new Error(`Two tasks have the same name: ${tasks.map(({ name }) => name).join()}.`);
  return names;
}
