import type { Redis } from 'ioredis';
import type { OutsideFetch } from '../outside-fetch.ts';
import type { Clock } from './clock.ts';
import type { Delay } from './delay.ts';
import type { Change, GateRules } from './gate-state.ts';
import type { Attempt } from './outside-error.ts';
import type { PauseHeader } from './pause.ts';
import type { Reader } from './reader.ts';
import type { SentBody } from './sent-body.ts';
import type { Login } from './tokens.ts';
import type { ReadError } from './vendor-errors.ts';

export interface ConnectorOptions {
  /** Whom it speaks to, for messages and measures: one of few names. */
  vendor: string;
  /** The connection that it is, for all processes: its breaker and the pauses that it asks for are its own. */
  connection: string;
  baseUrl: string;
  /** Its way there, which refuses networks that are not the outside. */
  fetch: OutsideFetch['fetch'];
  /** Whose address that is. */
  tenantId: string;
  /** Where the state of the connection is kept; in this process alone without it. */
  redis?: Redis;
  headers?: Record<string, string>;
  login?: Login;
  /** How long an answer may take; one that is read in pieces, until it begins, and from one piece to the next. */
  timeoutMs?: number;
  /** How often a call is made before it counts as failed. */
  attempts?: number;
  delay?: Delay;
  /** How long a call waits in all because the vendor asks for pauses; what would take longer is put off. */
  patienceMs?: number;
  /** The headers in which the vendor says how long, in the order in which they are believed. */
  pauseHeaders?: readonly PauseHeader[];
  readError?: ReadError;
  /** The header under which the vendor takes the key of a write. */
  keyHeader?: string;
  breaker?: GateRules;
  /** Called by one of all processes when the breaker opens or closes. */
  onBreaker?(change: Change): void | Promise<void>;
  clock?: Clock;
}

export interface Call<Data> {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: SentBody;
  answer: Reader<Data>;
  correlationId: string;
  /** Under what a write may be sent again: a key under which the vendor does it once; or HARMLESS, since twice is as good as once. */
  again?: { key: string } | 'HARMLESS';
  /** Whether a write whose end is unknown was done, and what came of it; undefined when it was not, so that it may be sent again. */
  lookUp?(): Promise<Data | undefined>;
  signal?: AbortSignal;
}

export interface Answer<Data> {
  data: Data;
  /** The status; undefined where the outcome was looked up. */
  status?: number;
  headers: Headers;
  attempts: readonly Attempt[];
}

/** Another company's API, over HTTP. */
export interface Connector {
  /** What was answered; throws OutsideError. */
  call<Data>(path: string, call: Call<Data>): Promise<Data>;
  /** The same with what came beside it. `path` begins with a slash, or is a whole address of the same origin, as vendors give of next pages. */
  ask<Data>(path: string, call: Call<Data>): Promise<Answer<Data>>;
  /** The most attempts that a call has taken. */
  readonly attempts: number;
}
