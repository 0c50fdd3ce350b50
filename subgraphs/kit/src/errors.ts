import { GraphQLError } from 'graphql';

export const codes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type Code = (typeof codes)[number];

/** An outcome that the client is told as it is; everything else is a bug and is shown as INTERNAL. */
export class Refusal extends GraphQLError {
  constructor(
    message: string,
    readonly code: Code,
    /** How loud it is in the log. */
    readonly level: 'info' | 'warn' | 'error',
    extensions: Record<string, unknown> = {},
  ) {
    super(message, { extensions: { code, ...extensions } });
  }
}

export class Unauthenticated extends Refusal {
  constructor(message = 'Log in first.', extensions: Record<string, unknown> = {}) {
    super(message, 'UNAUTHENTICATED', 'info', extensions);
  }
}

export class Forbidden extends Refusal {
  constructor(message = 'You may not do this.', extensions: Record<string, unknown> = {}) {
    super(message, 'FORBIDDEN', 'info', extensions);
  }
}

export class NotFound extends Refusal {
  constructor(noun: string, id: string) {
    super(`No ${noun} with id ${id.slice(0, 80)}.`, 'NOT_FOUND', 'info');
  }
}

export class Invalid extends Refusal {
  /**
   * `path` leads to the field that is wrong, from the operation's arguments: `['input', 'price', 'amount']`. A `reason`
   * among the extensions, and the facts beside it, let a client say it in words of its own.
   */
  constructor(message: string, path: readonly (string | number)[], extensions: Record<string, unknown> = {}) {
    super(message, 'BAD_USER_INPUT', 'info', { path, ...extensions });
  }
}

export class Conflict extends Refusal {
  constructor(message: string, extensions: Record<string, unknown> = {}) {
    super(message, 'CONFLICT', 'info', extensions);
  }
}

export class RateLimited extends Refusal {
  /** `retryAfter` in seconds. */
  constructor(message: string, retryAfter: number, extensions: Record<string, unknown> = {}) {
    super(message, 'RATE_LIMITED', 'warn', { retryAfter, ...extensions });
  }
}

/** Says of what is UNAVAILABLE that it is there, and has too much to do. */
export const BUSY = 'BUSY';

/** Refuses what is asked while more is asked than can be done at once. */
export class Busy extends Refusal {
  constructor(retryAfter = 1) {
    super('Too much is asked at once; try again in a moment.', 'UNAVAILABLE', 'info', { reason: BUSY, retryAfter });
  }
}

export class Unavailable extends Refusal {
  /** `retryAfter` in seconds. */
  constructor(what: string, retryAfter = 2) {
    super(`${what} is not available; try again in a moment.`, 'UNAVAILABLE', 'error', { missing: what, retryAfter });
  }
}
