import type { Logger } from 'pino';
import type { SupergraphState } from '../http/health.ts';
import type { Metrics } from '../metrics.ts';
import { type Generation, type GenerationOptions, openGeneration } from './generation.ts';

/** The generation that serves now, and how the next one comes. */
export interface Generations {
  current(): Generation;
  /** Serves another supergraph; rejects with the reason when it cannot be served, and then nothing has changed. */
  reload(sdl: string): Promise<void>;
  state(): SupergraphState;
  /** Resolves when no generation has anything to do. */
  stop(): Promise<void>;
}

interface Options extends GenerationOptions {
  metrics: Metrics;
  log: Logger;
}

export async function openGenerations(sdl: string, options: Options, onSwap: () => void): Promise<Generations> {
  const { metrics, log } = options;
  let current = await openGeneration(sdl, undefined, options);
  let state: SupergraphState = { since: new Date().toISOString() };
  let turn: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  const retiring = new Set<Promise<void>>();

  const retire = (old: Generation): void => {
    const retired = old
      .stop()
      .then(async () => {
        const kept = new Set(current.subgraphs.values());
        await Promise.all([...old.subgraphs.values()].map((each) => (kept.has(each) ? undefined : each.close())));
      })
      .catch((error: unknown) => log.error({ err: error }, 'an old supergraph did not end well'))
      .finally(() => retiring.delete(retired));
    retiring.add(retired);
  };

  const swap = async (next: string): Promise<void> => {
    if (isStopping) throw new Error('The gateway is closing.');
    if (next === current.sdl) return;
    const old = current;
    try {
      current = await openGeneration(next, old, options);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      state = { ...state, refused: { at: new Date().toISOString(), reason } };
      metrics.reloads.inc({ outcome: 'refused' });
      log.error({ reason }, 'a supergraph was refused; the old one stays');
      throw error;
    }
    state = { since: new Date().toISOString() };
    onSwap();
    retire(old);
    metrics.reloads.inc({ outcome: 'served' });
    log.info({ subgraphs: [...current.subgraphs.keys()] }, 'a new supergraph is served');
  };

  return {
    current: () => current,
    reload(next) {
      const done = turn.then(() => swap(next));
      turn = done.catch(() => {});
      return done;
    },
    state: () => state,
    async stop() {
      isStopping = true;
      await turn;
      await Promise.all([current.stop(), ...retiring]);
      await Promise.all([...current.subgraphs.values()].map((each) => each.close()));
    },
  };
}
