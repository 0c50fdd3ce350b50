import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import { vendorMeasures } from './connector/measures.ts';
import { hostileLog } from './hostile.ts';
import { uncaughtCount } from './uncaught.ts';

/**
 * What every process of ours counts of itself, whatever runs in it: Prometheus asks each of them, and tells them apart by its label
 * `instance`. `take` brings the counters up to date.
 */
export function processMetrics(registry: Registry): { take(): void } {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const uncaught = new Counter({
    name: 'mycelium_uncaught_total',
    help: 'What nobody caught in this process, which ends for it and is started again',
    registers,
  });
  const hostile = new Counter({
    name: 'mycelium_hostile_total',
    help: 'What this process refused because nobody who means well does it, by kind; from where is in the log',
    labelNames: ['what'] as const,
    registers,
  });
  const calls = new Counter({
    name: 'mycelium_vendor_calls_total',
    help: 'Attempts of this process to call other companies, by how they ended',
    labelNames: ['vendor', 'outcome'] as const,
    registers,
  });
  const seconds = new Counter({
    name: 'mycelium_vendor_seconds_total',
    help: 'What these attempts took (calling), and how long was waited because a vendor asked for it (paused)',
    labelNames: ['vendor', 'what'] as const,
    registers,
  });
  const breakers = new Counter({
    name: 'mycelium_vendor_breakers_opened_total',
    help: 'How often the breaker of a connection opened, told by the process whose call was the last to fail',
    labelNames: ['vendor'] as const,
    registers,
  });
  return {
    take() {
      for (const counter of [uncaught, hostile, calls, seconds, breakers]) counter.reset();
      uncaught.inc(uncaughtCount());
      for (const [what, times] of hostileLog.counts()) hostile.inc({ what }, times);
      for (const [vendor, { attempts, seconds: calling, pausedSeconds, opened }] of vendorMeasures()) {
        for (const [outcome, times] of attempts) calls.inc({ vendor, outcome }, times);
        seconds.inc({ vendor, what: 'calling' }, calling);
        seconds.inc({ vendor, what: 'paused' }, pausedSeconds);
        breakers.inc({ vendor }, opened);
      }
    },
  };
}

/** Those of a process that is nothing else, as `/metrics` shows them. */
export function openProcessMetrics(): { contentType: string; show(): Promise<string> } {
  const registry = new Registry();
  const { take } = processMetrics(registry);
  return {
    contentType: registry.contentType,
    async show() {
      take();
      return registry.metrics();
    },
  };
}
