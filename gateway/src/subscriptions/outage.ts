import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
/** How often an event is tried for which subgraphs are away that say they are well. */
const MOST_TRIES = 5;

interface Options {
  /** How long what there is of an event waits for the rest, from the moment that the first one had to. */
  waitMs: number;
  isWell(service: string): Promise<boolean>;
  /** An event has to wait for these, and the one before had not. */
  onBegin(services: readonly string[]): void;
}

/** How long the events of a group wait for subgraphs that are away. */
export function watchOutage({ waitMs, isWell, onBegin }: Options) {
  let since: number | undefined;
  let tries = 0;

  const end = (): true => {
    since = undefined;
    tries = 0;
    return true;
  };

  return {
    /** Whether what there is of an event is sent now, for which these subgraphs are away. What is empty waits as long as they are. */
    async isFinal(away: readonly string[], isEmpty: boolean): Promise<boolean> {
      if (away.length === 0) return end();
      if (since === undefined) {
        since = Date.now();
        onBegin(away);
      }
      tries += 1;
      if (!isEmpty && Date.now() - since >= waitMs) {
        // The next one need not wait, as long as this goes on.
        tries = 0;
        return true;
      }
      if (tries < MOST_TRIES) return false;
      const areWell = await Promise.all(away.map(isWell));
      return areWell.every(Boolean) && end();
    },
    /** Waits until another try is worth it. */
    async pause(isOver: AbortSignal): Promise<void> {
      const delay = Math.min(FIRST_DELAY_MS * 2 ** (tries - 1), LONGEST_DELAY_MS) * (0.75 + Math.random() / 2);
      const left = since === undefined ? delay : Math.max(since + waitMs - Date.now(), FIRST_DELAY_MS);
      await sleep(Math.min(delay, left), undefined, { signal: isOver }).catch(() => {});
    },
  };
}
