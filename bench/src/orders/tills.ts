import { askAt, type Door } from './ask.ts';
import { type Counter, sell } from './sale.ts';

interface Message {
  run: { door: Door; counters: Counter[]; seconds: number };
}

export interface Sold {
  orders: number;
  seconds: number;
  /** Milliseconds of each call. */
  calls: number[];
}

/** Tills that sell one after the other as fast as they are answered, all at once, for so long. */
process.on('message', async ({ run: { door, counters, seconds } }: Message) => {
  const { ask, close } = askAt(door, counters.length);
  const calls: number[] = [];
  let orders = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  await Promise.all(
    counters.map(async (counter) => {
      for (; performance.now() < end; orders += 1) await sell(ask, counter, (ms) => calls.push(ms));
    }),
  );
  const sold: Sold = { orders, seconds: (performance.now() - begin) / 1_000, calls };
  await close();
  process.send?.({ done: sold });
});
process.send?.({ ready: true });
