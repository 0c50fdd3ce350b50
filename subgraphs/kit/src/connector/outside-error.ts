/** Why a call to the outside failed, for those who say it in words of their own. */
export interface OutsideFault {
  code: 'UNREACHABLE' | 'NO_ANSWER' | 'PAUSE_ASKED' | 'REFUSED' | 'ODD_ANSWER' | 'LEFT_ALONE' | 'INNER_ADDRESS';
  values?: Record<string, number>;
  /** What the other side said, or where in its answer the trouble is. */
  words?: string;
  /** Its own code for it, where its errors are read. */
  vendorCode?: string;
}

/** One time that a call went out. */
export interface Attempt {
  at: Date;
  /** How long it took. */
  ms: number;
  status?: number;
  outcome: 'OK' | OutsideFault['code'];
  /** Its own code for what went wrong. */
  vendorCode?: string;
  /** How long was waited after it. */
  pauseMs?: number;
}

interface Circumstances {
  /** The HTTP status that came with it. */
  status?: number;
  /** How long the other side asks to be left alone. */
  pauseMs?: number;
  /** The other side does not know, or no longer knows, who asks. */
  isSignedOut?: boolean;
  /** Whether a write may have been done all the same. */
  isUnknown?: boolean;
  cause?: unknown;
}

/** Why a call to the outside failed. */
export class OutsideError extends Error {
  readonly status?: number;
  readonly pauseMs?: number;
  readonly isSignedOut: boolean;
  /** UNKNOWN: a write that may have been done; look it up, or tell a person. */
  end: 'NOT_DONE' | 'UNKNOWN';
  /** The other side wants to hear nothing before that: put the work off until then. */
  until?: Date;
  attempts: readonly Attempt[] = [];

  constructor(
    message: string,
    readonly fault: OutsideFault,
    /** Whether asking again may help. */
    readonly passing: boolean,
    { status, pauseMs, isSignedOut = false, isUnknown = false, cause }: Circumstances = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.pauseMs = pauseMs;
    this.isSignedOut = isSignedOut;
    this.end = isUnknown ? 'UNKNOWN' : 'NOT_DONE';
  }
}
