import { table } from '../table.ts';
import type { ScreensRow } from './screens.ts';
import type { Sold } from './tills.ts';

export type Peer = 'plain SQL' | 'subgraph' | 'gateway';

export interface Measured {
  lines: number;
  sold: Record<Peer, Sold[]>;
  screens: ScreensRow;
  takers: number;
  /** How many got the last portion. */
  taken: number;
  /** Milliseconds for 200 lines. */
  totals: Record<'ORDER' | 'LINE', number>;
  openOrders: number;
  /** Bytes. */
  heapPerOrder: number;
}

/** What was aimed at and what came of it, and the figures of each peer. */
export function ordersTables({ sold, screens, taken, takers, totals, openOrders, heapPerOrder }: Measured): string[] {
  const rate = (peer: Peer): number => sum(sold[peer], 'orders') / sum(sold[peer], 'seconds');
  const share = (peer: Peer): number => (100 * rate(peer)) / rate('plain SQL');
  const callsOf = (peer: Peer): number[] => sold[peer].flatMap(({ calls }) => calls);
  const row = (what: string, found: string, isReached: boolean) => [what, found, isReached ? 'reached' : 'missed'];
  const atLeast = (what: string, found: number, wanted: number, unit: string) =>
    row(`${what} ≥ ${wanted} ${unit}`, `${found.toFixed(0)} ${unit}`, found >= wanted);
  const atMost = (what: string, found: number, wanted: number, unit: string) =>
    row(`${what} < ${wanted} ${unit}`, `${found.toFixed(2)} ${unit}`, found < wanted);
  const { latencies, expected } = screens;
  return [
    table(
      ['target', 'measured', ''],
      [
        atLeast('(m) orders sold past the gateway', share('subgraph'), 50, '% of plain SQL'),
        atLeast('(m) orders sold through the gateway', share('gateway'), 25, '% of plain SQL'),
        atMost('(m) a call past the gateway, p99', percentile(callsOf('subgraph'), 0.99), 150, 'ms'),
        atMost('(m) a call through the gateway, p99', percentile(callsOf('gateway'), 0.99), 150, 'ms'),
        atMost(`(n) an order on ${screens.screens} screens of a kitchen, p95`, percentile(latencies, 0.95), 300, 'ms'),
        row('(n) tickets that arrived', `${latencies.length} of ${expected}`, latencies.length === expected),
        row(`(o) ${takers} who take the last portion at once`, `${taken} got it`, taken === 1),
        atMost('(p) totals of 200 lines, each tax rounded once', totals.ORDER, 1, 'ms'),
        atMost('(p) totals of 200 lines, rounded by line', totals.LINE, 1, 'ms'),
      ],
    ),
    table(
      ['16 tills', 'orders/s', 'of plain SQL', 'p50 ms of a call', 'p99 ms of a call'],
      (Object.keys(sold) as Peer[]).map((peer) => [
        ...[peer, rate(peer).toFixed(0), `${share(peer).toFixed(0)} %`],
        ...[percentile(callsOf(peer), 0.5).toFixed(1), percentile(callsOf(peer), 0.99).toFixed(1)],
      ]),
    ),
    `Heap that an open order takes of the subgraph: ${(heapPerOrder / 1024).toFixed(2)} kB, over ${openOrders} orders.`,
  ];
}

function sum(rounds: readonly Sold[], what: 'orders' | 'seconds'): number {
  return rounds.reduce((total, round) => total + round[what], 0);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}
