/** An iterator that gives this first and then what the other gives; `return()` works while a `next()` is pending. */
export function startWith<First, Rest>(
  first: First,
  rest: AsyncIterableIterator<Rest>,
): AsyncIterableIterator<First | Rest> {
  let started = false;
  return {
    next() {
      if (started) return rest.next();
      started = true;
      return Promise.resolve({ done: false, value: first });
    },
    return: async () => {
      await rest.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
