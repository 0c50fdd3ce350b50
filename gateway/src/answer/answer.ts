import type { CallContext } from '../call-context.ts';
import type { Executed } from '../execute/executed.ts';
import type { Data } from '../execute/run.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';

/** Answers a query or mutation that was admitted, `inParts` if it may; rejects when it cannot be planned. */
export type Answer = (
  runtime: Runtime,
  operation: Operation,
  given: { variables: Data; context: CallContext; inParts?: boolean },
) => Promise<Executed>;
