import { remoteEvents } from '../subscriptions/remote-events.ts';
import type { EventSource } from '../subscriptions/upstream.ts';
import type { Replica } from './replica.ts';

/** The events of a subgraph with several servers, from each in turn: those whose breaker is open last, and the next one when one cannot be reached. */
export function remoteSource(
  urls: readonly string[],
  replicas: readonly Pick<Replica, 'name' | 'breaker'>[],
  headers: Record<string, string>,
): EventSource & { close(): Promise<void> } {
  const sources = urls.map((url) => ({ name: new URL(url).host, ...remoteEvents(url, headers) }));
  let turn = 0;
  const isOpen = (host: string) => replicas.some(({ name, breaker }) => name === host && breaker === 'open');

  return {
    async subscribe(call) {
      turn += 1;
      const start = turn % sources.length;
      const inTurn = [...sources.slice(start), ...sources.slice(0, start)];
      let failure: unknown;
      for (const source of inTurn.sort((a, b) => Number(isOpen(a.name)) - Number(isOpen(b.name)))) {
        try {
          return await source.subscribe(call);
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
    close: async () => {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}
