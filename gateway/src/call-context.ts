import type { KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type SignedCall, signContext, type Viewer } from '@mycelium/kit/viewer';
import type { Logger } from 'pino';
import type { Origin } from './origin.ts';

/** Names a request in every log that it touches. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** What travels with one operation through the gateway. */
export interface CallContext {
  viewer: Viewer;
  correlationId: string;
  address?: string;
  /** How the operation came; over HTTP unless given. */
  transport?: 'socket' | 'events';
  log: Logger;
  /** The client's own, over HTTP. */
  headers?: IncomingHttpHeaders;
  /** Adds a header to the answer, over HTTP. */
  answerWith?: (name: string, value: string | string[]) => void;
  /** Whether the client reads answers in parts; over HTTP the headers say so. */
  readsParts?: boolean;
  /** Calls back when the client has the answer, or does not want it any more; over HTTP. */
  onGone?: (listener: () => void) => void;
  /** Whether there is no login: nothing is signed, and errors of subgraphs pass. */
  open: boolean;
  /** Where the text of the operation came from; the gateway's own calls have none. */
  origin?: Origin;
  /** What the log says of this operation beside the usual; its name is added when it is known. */
  told?: Record<string, unknown>;
  /** Whether the answer should say what the operation may cost. */
  asksCost?: boolean;
}

/** How much of a user agent is passed on: enough to name a device, since the context travels with each call. */
const LONGEST_USER_AGENT = 300;

/** Makes the signed context that a subgraph demands with a call; empty in open mode. */
export type Sign = (
  context: Pick<CallContext, 'viewer' | 'correlationId' | 'address' | 'headers'>,
  call: SignedCall,
) => string;

export function signWith(key: KeyObject | undefined): Sign {
  if (!key) return () => '';
  return ({ viewer, correlationId, address, headers }, call) => {
    const userAgent = headers?.['user-agent']?.slice(0, LONGEST_USER_AGENT);
    return signContext({ viewer, correlationId, address, userAgent }, call, key);
  };
}
