import { Busy, Conflict, Invalid, type Refusal, Unavailable } from './errors.ts';

const away = (): Refusal => new Unavailable('The database');
/** It is there, and has too much to do: gone as soon as somebody else has finished. */
const busy = (): Refusal => new Busy();
const wrongForm = (): Refusal => new Invalid('A value has a form that cannot be stored.', [], { reason: 'WRONG_FORM' });
const missing = (): Refusal => new Invalid('A value is missing.', [], { reason: 'MISSING' });
const tooLong = (): Refusal => new Invalid('A value is too long to be stored.', [], { reason: 'TOO_LONG' });
const tooLarge = (): Refusal => new Invalid('A number is too large to be stored.', [], { reason: 'TOO_LARGE' });
const taken = (): Refusal => new Conflict('This already exists.', { reason: 'TAKEN' });
const inUse = (): Refusal =>
  new Conflict('It refers to something that does not exist, or something else still refers to it.');

/**
 * What PostgreSQL's codes mean for whoever asked, each by itself or all of a class by its first two characters. Whatever
 * is not here is a bug of ours.
 */
const meanings: Readonly<Record<string, () => Refusal>> = {
  // The connection, resources (disk, memory, connections), an operator, the machine.
  '08': away,
  '53': away,
  '53300': busy,
  '57': away,
  // The time for one statement was over.
  '57014': busy,
  '58': away,
  // Our own log-in or the database itself: an operator has changed it, and can change it back.
  '28': away,
  '3D': away,
  // A server that has become a replica.
  '25006': away,
  // What failed before it in the same transaction says why, see `asAnswers`.
  '25P02': busy,
  '25P03': busy,
  '25P04': busy,
  '40': busy,
  '55006': busy,
  '55P03': busy,

  // A NUL ends the statement in which it stands.
  '08P01': wrongForm,
  '22': wrongForm,
  '22001': tooLong,
  '22003': tooLarge,
  '54': tooLong,
  '23': inUse,
  '23502': missing,
  '23505': taken,
  '23514': wrongForm,
  '23P01': taken,
};

const SQL_STATE = /^[0-9][0-9A-Z]{4}$/;

/** The codes of errors of the socket to the database. */
const SOCKET = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the pool says to whom all of its connections were taken for too long. */
const POOL_FULL = 'timeout exceeded when trying to connect';

/** What the driver and its pool say by themselves, without a code. */
const SAYINGS =
  /^(Connection terminated|Query read timeout|timeout expired|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end on the pool|driver has already been destroyed)/;

/** The failure that every later statement of its transaction meets. */
export const IN_FAILED_TRANSACTION = '25P02';

/** PostgreSQL's code of an error, or undefined for any other error. */
export function sqlStateOf(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return SQL_STATE.test(error.code) ? error.code : undefined;
}

/** What the client is told of an error of the database; undefined for what is none, and for a bug of ours. */
export function sqlFailure(error: Error): Refusal | undefined {
  const state = sqlStateOf(error);
  if (state) return (meanings[state] ?? meanings[state.slice(0, 2)])?.();
  if (error.message.startsWith(POOL_FULL)) return busy();
  const isAway = ('code' in error && SOCKET.has(String(error.code))) || SAYINGS.test(error.message);
  return isAway ? away() : undefined;
}
