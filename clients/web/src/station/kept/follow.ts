import { readKept, writeKept } from '@mycelium/client-kit/kept';
import type { Connection } from '@mycelium/client-kit/live';
import { waitAfter } from '@mycelium/client-kit/patience';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import type { CombinedError, TypedDocumentNode } from '@urql/core';
import type { Client } from 'urql';

/** What a page shows: asked for once, and kept right by the changes since then. */
export interface Source<Value> {
  /** Where it is kept, and grows with the shape of what is kept there, so that a new app never draws what an old one kept. */
  name: string;
  format: number;
  /** Asks for all of it. */
  load: (client: Client) => Promise<{ value?: Value; error?: CombinedError }>;
  /** From where its feeds follow. */
  positionOf: (value: Value) => string | null;
  feeds: readonly FeedOf<Value>[];
}

interface FeedOf<Value> {
  document: TypedDocumentNode;
  variables: Record<string, unknown>;
  /** What is shown after a change; undefined when it has to be asked for. */
  merge: (value: Value, change: unknown) => Value | undefined;
}

/** A feed of a source, whose changes are what its document answers. */
export function feedOf<Value, Data, Variables extends { after?: string | null }>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  merge: (value: Value, change: Data) => Value | undefined,
): FeedOf<Value> {
  return { document: document as TypedDocumentNode, variables, merge: (value, change) => merge(value, change as Data) };
}

/** What is shown, and how old it is. */
export interface Shown<Value> {
  value?: Value;
  /** When the server said so last; milliseconds since the epoch. */
  savedAt?: number;
  /** Why it could not be asked for the last time. */
  problem?: Problem;
}

export interface Followed<Value> {
  shown(): Shown<Value>;
  onChange(listener: () => void): () => void;
  /** What this page knows before the feed tells it, such as the answer to a write. */
  change(change: (value: Value) => Value): void;
  askAgain(): void;
  stop(): void;
}

/** Changes come in bursts: the disk is told of the first at once, and of all others together. */
const KEEP_AFTER_MS = 300;
const ASK_ANEW_MS = 10 * 60_000;
/** Of how many changes it is remembered that they were told: those of the ten seconds that a position lies back. */
const MOST_HEARD = 1_000;

/** The position of a change, which every feed has. */
function cursorOf(data: Record<string, { cursor?: string } | undefined>): string | undefined {
  return Object.values(data)[0]?.cursor;
}

/** Shows what was kept, then what the server says, through every interruption, until told to stop. */
export function follow<Value>(
  client: Client,
  connection: Connection,
  { name, format, load, positionOf, feeds }: Source<Value>,
): Followed<Value> {
  const listeners = new Set<() => void>();
  let shown: Shown<Value> = {};
  let isOver = false;
  let isAsking = false;
  let isOutdated = false;
  /** How many times it was asked, and which of these times is shown. */
  let asked = 0;
  let answered = 0;
  /** After how many questions each change was told first. */
  const heard = new Map<string, number>();
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let isUnkept = false;
  let unsubscribe = (): void => {};

  function set(next: Shown<Value>): void {
    shown = next;
    for (const listener of [...listeners]) listener();
  }

  function show(value: Value): void {
    set({ value, savedAt: Date.now() });
    isUnkept = true;
    if (!keeping) keepAtMostOnce();
  }

  function keepAtMostOnce(): void {
    keep();
    keeping = setTimeout(() => {
      keeping = undefined;
      if (isUnkept) keepAtMostOnce();
    }, KEEP_AFTER_MS);
  }

  function keep(): void {
    const { value, savedAt = 0 } = shown;
    if (!isUnkept || value === undefined) return;
    isUnkept = false;
    void writeKept(name, format, value, savedAt);
  }

  /** Asks until there is an answer. Callers meanwhile are served by one more question after this one. */
  async function askAgain(): Promise<void> {
    isOutdated = true;
    if (isAsking) return;
    isAsking = true;
    for (let failures = 0; isOutdated && !isOver; failures && (await waitAfter(failures))) {
      isOutdated = false;
      asked++;
      const { value, error } = await load(client);
      if (isOver) return;
      if (value !== undefined) {
        failures = 0;
        answered = asked;
        show(value);
        subscribe(positionOf(value));
      } else {
        failures++;
        isOutdated = true;
        if (error) set({ ...shown, problem: problemOf(error) });
      }
    }
    isAsking = false;
  }

  /** Whether a change was told before what is shown was asked for: the latest ones come again after each answer, which has them. */
  function isKnown(change: string): boolean {
    const since = heard.get(change) ?? asked;
    if (since < answered) return true;
    heard.set(change, since);
    const [oldest] = heard.size > MOST_HEARD ? heard.keys() : [];
    if (oldest !== undefined) heard.delete(oldest);
    return false;
  }

  /** Follows from where the answer was; what comes again changes nothing, and is no reason to ask. */
  function subscribe(after: string | null): void {
    unsubscribe();
    const subscriptions = feeds.map(({ document, variables, merge }, feed) =>
      client.subscription(document, { ...variables, after }).subscribe(({ data }) => {
        const { value } = shown;
        if (!data || value === undefined || isKnown(`${feed} ${cursorOf(data)}`)) return;
        const next = merge(value, data);
        if (next === undefined) void askAgain();
        else if (next !== value) show(next);
      }),
    );
    unsubscribe = () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }

  let { state, gaps } = connection.snapshot();
  const unwatch = connection.subscribe(() => {
    const next = connection.snapshot();
    if (next.gaps > gaps || (state === 'offline' && next.state === 'live')) void askAgain();
    ({ state, gaps } = next);
  });
  const anew = setInterval(() => void askAgain(), ASK_ANEW_MS);
  addEventListener('pagehide', keep);

  void readKept(name, format).then((kept) => {
    if (kept && shown.value === undefined && !isOver)
      set({ ...shown, value: kept.value as Value, savedAt: kept.savedAt });
  });
  void askAgain();

  return {
    shown: () => shown,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      if (shown.value !== undefined) show(change(shown.value));
    },
    askAgain: () => void askAgain(),
    stop() {
      isOver = true;
      unsubscribe();
      unwatch();
      clearInterval(anew);
      removeEventListener('pagehide', keep);
      clearTimeout(keeping);
      keep();
    },
  };
}
