import type { EventSource } from './event-source.ts';
import { remoteEvents } from './remote-events.ts';
import type { Replica } from './replica.ts';

/** The events of a subgraph with several servers, from each in turn: those that fail or are going away last, and the next one when one cannot be reached. */
export function remoteSource(
  urls: readonly string[],
  replicas: readonly Pick<Replica, 'name' | 'breaker' | 'isDoubtful'>[],
  headers: Record<string, string>,
): EventSource & { close(): Promise<void> } {
  const sources = urls.map((url) => ({ name: new URL(url).host, ...remoteEvents(url, headers) }));
  let turn = 0;
  const doubt = (host: string) => {
    const replica = replicas.find(({ name }) => name === host);
    if (replica?.breaker === 'open') return 2;
    return replica?.isDoubtful ? 1 : 0;
  };

  return {
    async subscribe(call) {
      turn += 1;
      const start = turn % sources.length;
      const inTurn = [...sources.slice(start), ...sources.slice(0, start)];
      let failure: unknown;
      for (const source of inTurn.sort((a, b) => doubt(a.name) - doubt(b.name))) {
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
