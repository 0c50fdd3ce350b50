import { askUntilDone } from './ask-until-done.ts';
import type { Answer, Call, Connector, ConnectorOptions } from './connector.ts';
import { openGate } from './gate.ts';
import { type Attempt, OutsideError } from './outside-error.ts';

/** Calls with a time limit, repeated where that does no harm, with respect for pauses that are asked for, and a breaker; answers are checked before they come in. */
export function connect(options: ConnectorOptions): Connector {
  const gate = openGate(options.connection, options);
  let most = 0;
  const ask = async <Data>(path: string, call: Call<Data>): Promise<Answer<Data>> => {
    const attempts: Attempt[] = [];
    try {
      return { ...(await askUntilDone(options, gate, addressOf(options, path), call, attempts)), attempts };
    } catch (error) {
      if (error instanceof OutsideError) error.attempts = attempts;
      throw error;
    } finally {
      most = Math.max(most, attempts.length);
    }
  };
  return {
    ask,
    call: async (path, call) => (await ask(path, call)).data,
    get attempts() {
      return most;
    },
  };
}

/** An address of this vendor: what an answer gives as the next page must not lead our token elsewhere. */
function addressOf({ vendor, baseUrl }: ConnectorOptions, path: string): string {
  const base = baseUrl.replace(/\/$/, '');
  if (path === '' || path.startsWith('/') || path.startsWith('?')) return base + path;
  if (URL.canParse(path) && new URL(path).origin === new URL(base).origin) return path;
  const message = `${vendor} returned an address that is not its own.`;
  throw new OutsideError(message, { code: 'ODD_ANSWER', words: path.slice(0, 200) }, false);
}
