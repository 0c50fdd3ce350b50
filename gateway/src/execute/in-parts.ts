import type { GraphQLError } from 'graphql';
import { createChannel } from '../channel.ts';
import { type Deferred, startCompletion } from './completion.ts';
import type { Placed } from './defer.ts';
import type { Executed, Later, Part } from './executed.ts';
import type { Step } from './fetch.ts';
import { createParts, type Parts } from './parts.ts';
import type { Response } from './response.ts';
import type { Data, Run } from './run.ts';

/** Runs a plan whose first answer does not wait for what is deferred. */
export async function executeInParts(
  run: Run,
  step: Step | undefined,
  response: Response,
  labels: Placed['labels'],
): Promise<Executed> {
  const parts = createParts();
  run.parts = parts;
  await step?.(run);
  const { data, deferred } = response.respond(run);
  const errors = run.errors.filter(({ path }) => isShown(data, path ?? []));
  const untold = new Set(run.errors.filter((error) => !errors.includes(error)));
  const later = tellLater({ run, parts, response, labels, untold }, deferred);
  return errors.length > 0 ? { data, errors, later } : { data, later };
}

interface Telling {
  run: Run;
  parts: Parts;
  response: Response;
  labels: Placed['labels'];
  /** Errors that no part of the answer has reported. */
  untold: Set<GraphQLError>;
}

function tellLater(telling: Telling, first: readonly Deferred[]): Later | undefined {
  const { parts } = telling;
  if (first.length === 0) {
    parts.stop();
    return undefined;
  }
  const waiting = new Map<string, Deferred[]>();
  const expect = (deferred: readonly Deferred[]): void => {
    for (const each of deferred) waiting.set(each.label, [...(waiting.get(each.label) ?? []), each]);
  };
  const channel = createChannel<{ parts: Part[]; hasNext: boolean }>(parts.stop);

  const tell = async (): Promise<void> => {
    while (waiting.size > 0 && !parts.isOver()) {
      await Promise.race([...waiting.keys()].map((label) => parts.ready(label)));
      const told: Part[] = [];
      for (const [label, deferred] of [...waiting].filter(([label]) => parts.isReady(label))) {
        waiting.delete(label);
        told.push(...partsOf(telling, label, deferred, expect));
      }
      channel.push({ parts: told, hasNext: waiting.size > 0 });
    }
    parts.stop();
    channel.end();
  };
  expect(first);
  tell().catch((error: unknown) => channel.fail(error instanceof Error ? error : new Error(String(error))));
  return channel.iterator;
}

function partsOf(
  { run, parts, response, labels, untold }: Telling,
  label: string,
  deferred: readonly Deferred[],
  expect: (deferred: readonly Deferred[]) => void,
): Part[] {
  const known = response.locate(run, parts.errorsOf(label));
  run.errors.push(...known);
  for (const error of known) untold.add(error);

  return deferred.map(({ path, shape }) => {
    const errors: GraphQLError[] = [];
    const completion = startCompletion(errors, response.explaining(run));
    completion.path.push(...path);
    const data = shape(completion) ?? null;
    expect(completion.deferred);
    for (const error of untold) {
      if (!concerns(error, path, data)) continue;
      untold.delete(error);
      errors.push(error);
    }
    const name = labels.get(label);
    return { data, path, ...(name !== undefined && { label: name }), ...(errors.length > 0 && { errors }) };
  });
}

/** Whether an error is reported with what is at a path: below it, or above it, where it is of all that is there. */
function concerns({ path: where = [] }: GraphQLError, path: readonly (string | number)[], data: Data | null): boolean {
  if (!where.every((key, index) => index >= path.length || path[index] === key)) return false;
  return where.length <= path.length || isShown(data, where.slice(path.length));
}

/** Whether what is at a path is a part of these data, or null on the way there. */
function isShown(data: Data | null, path: readonly (string | number)[]): boolean {
  let value: unknown = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true;
    if (!Object.hasOwn(value, key)) return false;
    value = Reflect.get(value, key);
  }
  return true;
}
