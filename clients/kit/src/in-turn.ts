import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core';
import { filter, fromPromise, fromValue, map, mergeMap, pipe, share, tap } from 'wonka';
import { thingsIn, versionsIn, withVersions } from './own-versions.ts';

/** A write that is under way for longer holds up no other. */
const PATIENCE_MS = 10_000;
/** So long after it was answered, a write of one's own may not be on the page yet from which one writes again. */
const RECENT_MS = 10_000;

/** The writes of one thing: when the last of those under way ends, and which versions they have made. */
interface Line {
  end: Promise<unknown>;
  underWay: number;
  own: Set<number>;
}

/** A write on its way, or before it. */
interface Turn {
  things: readonly string[];
  /** What it was sent with. */
  variables?: Operation['variables'];
  isGone?: boolean;
  end(): void;
}

/**
 * Sends the writes of one thing one after the other, each on top of those before it: whoever sets a price while their own Undo of it is
 * on its way is not told that somebody else has changed it. A version that somebody else has made in between is refused as ever.
 */
export const inTurn: Exchange = ({ forward }) => {
  const lines = new Map<string, Line>();
  const turns = new Map<unknown, Turn>();

  /** Gives a write its turn; resolves when that has come, where others are before it. */
  function queue(operation: Operation): Promise<unknown> | undefined {
    const things = thingsIn(operation.variables);
    const { promise, resolve } = Promise.withResolvers<void>();
    const before: Promise<unknown>[] = [];
    for (const thing of things) {
      const line = lines.get(thing) ?? { end: promise, underWay: 0, own: new Set() };
      if (line.underWay > 0) before.push(line.end);
      lines.set(thing, Object.assign(line, { end: promise, underWay: line.underWay + 1 }));
    }
    turns.set(identityOf(operation), { things, end: resolve });
    return before.length > 0 ? Promise.race([Promise.all(before), elapsed(PATIENCE_MS)]) : undefined;
  }

  /** On top of what one has written oneself since. */
  function onTop(operation: Operation): Operation {
    const variables = withVersions(operation.variables, (thing, version) => {
      const own = lines.get(thing)?.own;
      let newest = version;
      while (own?.has(newest + 1)) newest += 1;
      return newest;
    });
    const turn = turns.get(identityOf(operation));
    if (turn) turn.variables = variables;
    return makeOperation(operation.kind, { ...operation, variables }, operation.context);
  }

  function onEnd(operation: Operation, data?: unknown): void {
    const turn = turns.get(identityOf(operation));
    if (!turn) return;
    turns.delete(identityOf(operation));
    const [before, after] = [sentVersions(turn.variables), versionsIn(data)];
    for (const thing of turn.things) {
      const line = lines.get(thing);
      const version = after.get(thing);
      if (!line) continue;
      // Where it was sent with one, the next is its own; the same says that nothing was changed.
      if (version !== undefined && version === (before.get(thing) ?? version - 1) + 1) line.own.add(version);
      line.underWay -= 1;
      if (line.underWay === 0) void elapsed(RECENT_MS).then(() => line.underWay === 0 && lines.delete(thing));
    }
    turn.end();
  }

  function onTeardown(operation: Operation): void {
    const turn = turns.get(identityOf(operation));
    if (turn) turn.isGone = true;
    onEnd(operation);
  }

  return (operations) => {
    const inOrder = pipe(
      operations,
      mergeMap((operation) => {
        if (operation.kind === 'teardown') onTeardown(operation);
        if (operation.kind !== 'mutation') return fromValue(operation);
        const turnHasCome = queue(operation);
        const turn = turns.get(identityOf(operation));
        return pipe(
          turnHasCome ? fromPromise(turnHasCome.then(() => operation)) : fromValue(operation),
          filter(() => !turn?.isGone),
          map(onTop),
        );
      }),
      share,
    );
    return pipe(
      forward(inOrder),
      tap(({ operation, data, hasNext }: OperationResult) => {
        if (operation.kind === 'mutation' && !hasNext) onEnd(operation, data);
      }),
    );
  };
};

/** What tells two writes with the same variables apart. */
const identityOf = ({ key, context }: Operation): unknown => context._instance ?? key;

const elapsed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function sentVersions(variables: unknown): ReadonlyMap<string, number> {
  const sent = new Map<string, number>();
  withVersions(variables, (thing, version) => {
    sent.set(thing, version);
    return version;
  });
  return sent;
}
