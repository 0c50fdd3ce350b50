import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, start } from './child.ts';

export interface FanOutResult {
  delivered: number;
  expected: number;
  /** CPU of the gateway per delivered message, in microseconds. */
  cpuMicros: number;
  /** Milliseconds from the event to the screen, sorted. */
  latencies: number[];
  sample: string;
}

interface Report {
  received: number;
  latencies: number[];
  sample: string;
}

/** Screens on one gateway; `publisher` makes the events. */
export class Screens {
  private constructor(
    readonly gateway: Child,
    readonly publisher: Child,
    readonly watchers: Child,
    readonly count: number,
  ) {}

  static async open(gateway: Child, publisher: Child, count: number, query?: string): Promise<Screens> {
    const watchers = await start('./watchers.ts');
    await watchers.ask({ connect: { url: gateway.ready, count, query } }, 'connected');
    return new Screens(gateway, publisher, watchers, count);
  }

  /** Publishes until every screen has had one event, since subscribing is not acknowledged. */
  async warmUp(): Promise<void> {
    for (;;) {
      await this.watchers.ask({ reset: true }, 'reset');
      this.publisher.tell({ publish: 1 });
      if (await this.#arrives(this.count, 5_000)) return;
    }
  }

  /** Publishes events at a steady pace and waits until all have arrived at every screen, or no more come. */
  async publish(events: number, everyMs: number): Promise<FanOutResult> {
    await this.watchers.ask({ reset: true }, 'reset');
    const before = this.gateway.cpu();
    for (let event = 0; event < events; event += 1) {
      this.publisher.tell({ publish: 1 });
      await sleep(everyMs);
    }
    const expected = events * this.count;
    await this.#arrives(expected, 30_000);
    const cpu = this.gateway.cpu() - before;
    const { received, latencies, sample } = await this.watchers.ask<Report>({ report: true }, 'report');
    return {
      delivered: received,
      expected,
      cpuMicros: cpu / received,
      latencies: latencies.sort((a, b) => a - b),
      sample,
    };
  }

  async close(): Promise<void> {
    await this.watchers.end();
  }

  async #arrives(expected: number, patienceMs: number): Promise<boolean> {
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      const { received } = await this.watchers.ask<Report>({ report: true }, 'report');
      if (received >= expected) return true;
      await sleep(100);
    }
    return false;
  }
}
