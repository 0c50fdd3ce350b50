import { type Refusal, Unavailable } from './errors.ts';

/** What Redis answers when it cannot do for now what it is asked: it starts, it is full, its disk is, it is a replica, it is busy, its library is not loaded yet. */
const REPLIES =
  /^(BUSY|CLUSTERDOWN|LOADING|MASTERDOWN|MISCONF|NOREPLICAS|NOSCRIPT|OOM|READONLY|TRYAGAIN|UNBLOCKED|UNKILLABLE|EXECABORT|ERR max number of clients reached|ERR Function not found)\b/;

/** What the client says by itself when there is no answer. */
const SAYINGS =
  /^(Command timed out|Command aborted due to connection close|Connection is closed|Stream isn't writeable|connect ETIMEDOUT|Socket timeout|Reached the max retries per request limit|None of startup nodes|Failed to refresh slots cache)/;

/** What the client is told of an error of Redis; undefined for what is none, and for a bug of ours. */
export function redisFailure(error: Error): Refusal | undefined {
  const said = error.name === 'ReplyError' ? REPLIES : SAYINGS;
  return said.test(error.message) ? new Unavailable('Redis') : undefined;
}
