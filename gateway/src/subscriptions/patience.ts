import { unavailable } from '../errors.ts';
import type { Source, Sources } from '../execute/run.ts';

/** Events of a group are completed one after the other, so one subgraph that hangs would hold up all that follow. */
const COMPLETION_MS = 3_000;

/** The same subgraphs, each call given up after a short time as if the subgraph were away. */
export function withPatience(sources: Sources, milliseconds = COMPLETION_MS): Sources {
  return new Map([...sources].map(([name, source]) => [name, patient(name, source, milliseconds)]));
}

function patient(name: string, source: Source, milliseconds: number): Source {
  return async (call, context) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(unavailable(name, 'it took too long to answer')), milliseconds);
    });
    try {
      return await Promise.race([source(call, context), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}
