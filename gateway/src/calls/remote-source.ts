import { remoteEvents } from '../subscriptions/remote-events.ts';
import type { EventSource } from '../subscriptions/upstream.ts';
import type { Replica } from './replica.ts';

/** The events of a subgraph with several servers: from the first one that can be reached, those with a closed breaker first. */
export function remoteSource(
  urls: readonly string[],
  replicas: readonly Replica[],
): EventSource & { close(): Promise<void> } {
  const sources = urls.map((url) => remoteEvents(url.replace(/^http/, 'ws')));
  return {
    async subscribe(call) {
      const isOpen = (index: number) => Number(replicas[index]?.breaker === 'open');
      const order = sources
        .map((source, index) => ({ source, index }))
        .sort((a, b) => isOpen(a.index) - isOpen(b.index));
      let failure: unknown;
      for (const { source } of order) {
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
