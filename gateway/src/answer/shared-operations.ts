import type { HeadersOfSubgraph } from '../calls/header-rules.ts';
import { whoAsks } from '../calls/shared-calls.ts';
import { createSingleFlight } from '../calls/single-flight.ts';
import type { Executed } from '../execute/executed.ts';
import type { Metrics } from '../metrics.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Answer } from './answer.ts';

/** Identical queries of the same viewer that are under way are executed once. */
export function shareOperations(execute: Answer, headers: readonly HeadersOfSubgraph[], metrics: Metrics): Answer {
  const together = createSingleFlight<Executed>(() => metrics.shared.inc({ what: 'operation' }));
  const numbers = new WeakMap<Operation, number>();
  let latest = 0;

  return (runtime, operation, given) => {
    // The later parts of an answer are for one reader alone.
    if (operation.definition.operation !== 'query' || given.inParts) return execute(runtime, operation, given);
    let number = numbers.get(operation);
    if (number === undefined) {
      latest += 1;
      number = latest;
      numbers.set(operation, number);
    }
    const { variables, context } = given;
    const told = headers.map((each) => each.request(context.headers ?? {}));
    const key = JSON.stringify([number, variables, whoAsks(context), told]);
    return together(key, () => execute(runtime, operation, given));
  };
}
