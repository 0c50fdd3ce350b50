import { unavailable } from '../errors.ts';
import type { DataSources } from './complete.ts';

/** Events of a group are completed one after the other, so one subgraph that hangs would hold up all that follow. */
const COMPLETION_MS = 3_000;

/** The same subgraphs, each call given up after a short time as if the subgraph were away. */
export function withPatience(sources: DataSources, milliseconds = COMPLETION_MS): DataSources {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [
      name,
      {
        async process(options) {
          let timer: NodeJS.Timeout | undefined;
          const tooLate = new Promise<never>((_resolve, reject) => {
            timer = setTimeout(() => reject(unavailable(name, 'it took too long to answer')), milliseconds);
          });
          try {
            return await Promise.race([source.process(options), tooLate]);
          } finally {
            clearTimeout(timer);
          }
        },
      } satisfies DataSources[string],
    ]),
  );
}
