/** An iterator that is fed by hand. `return()` works while a `next()` is pending, which an async generator does not do. */
export interface Channel<Value> {
  iterator: AsyncIterableIterator<Value>;
  push(value: Value): void;
  /** How many values wait to be read. */
  size(): number;
  /** What was pushed is still read, then it is done. */
  end(): void;
  /** What was pushed is still read, then `next()` rejects. */
  fail(error: Error): void;
}

/** `onReturn` is called once, when the reader leaves before the end. */
export function createChannel<Value>(onReturn: () => void): Channel<Value> {
  const queue: Value[] = [];
  let waiting: { resolve(result: IteratorResult<Value>): void; reject(error: Error): void } | undefined;
  let ended: { error?: Error } | undefined;

  const finish = (end: { error?: Error }): void => {
    if (ended) return;
    ended = end;
    const reader = waiting;
    waiting = undefined;
    if (end.error) reader?.reject(end.error);
    else reader?.resolve({ done: true, value: undefined });
  };

  const iterator: AsyncIterableIterator<Value> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      const first = queue.shift();
      if (first !== undefined) return { done: false, value: first };
      if (ended?.error) {
        const { error } = ended;
        ended = {};
        throw error;
      }
      if (ended) return { done: true, value: undefined };
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    async return() {
      queue.length = 0;
      if (!ended) {
        finish({});
        onReturn();
      }
      return { done: true, value: undefined };
    },
  };

  return {
    iterator,
    push(value) {
      if (ended) return;
      if (!waiting) {
        queue.push(value);
        return;
      }
      const reader = waiting;
      waiting = undefined;
      reader.resolve({ done: false, value });
    },
    size: () => queue.length,
    end: () => finish({}),
    fail: (error) => finish({ error }),
  };
}
