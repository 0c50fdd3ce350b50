const LIMIT = 10_000;

/** A queue that is read as an async iterator; `return()` works while a `next()` is pending. Ends in an error when its reader falls too far behind. */
export class Mailbox<Item> implements AsyncIterableIterator<Item> {
  onClose: () => void = () => undefined;
  closed = false;
  #items: Item[] = [];
  #error: { reason: unknown } | undefined;
  #readers: PromiseWithResolvers<IteratorResult<Item>>[] = [];

  put(item: Item): void {
    if (this.closed) return;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ done: false, value: item });
    else if (this.#items.push(item) > LIMIT) this.fail(new Error('The reader fell too far behind.'));
  }

  /** Ends the iteration with an error. */
  fail(reason: unknown): void {
    if (this.closed) return;
    const reader = this.#readers.shift();
    if (reader) reader.reject(reason);
    else this.#error = { reason };
    this.close();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const reader of this.#readers.splice(0)) reader.resolve({ done: true, value: undefined });
    this.onClose();
  }

  /** What waits, taken out. */
  takeAll(): Item[] {
    return this.#items.splice(0);
  }

  next(): Promise<IteratorResult<Item>> {
    const [item] = this.#items;
    if (item !== undefined) {
      this.#items.shift();
      return Promise.resolve({ done: false, value: item });
    }
    if (this.#error) {
      const { reason } = this.#error;
      this.#error = undefined;
      return Promise.reject(reason);
    }
    if (this.closed) return Promise.resolve({ done: true, value: undefined });
    const reader = Promise.withResolvers<IteratorResult<Item>>();
    this.#readers.push(reader);
    return reader.promise;
  }

  return(): Promise<IteratorResult<Item>> {
    this.#items = [];
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
