/** The body of an answer, as one fetch or another gives it. */
export type Body = {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array }>;
    cancel(): Promise<void>;
  };
} | null;

/** How much of an answer is read, and for how long; without a time, as long as the call itself may take. */
export interface Cap {
  bytes: number;
  ms?: number;
}

/** What was read of an answer's body, and how that ended. */
export interface Reading {
  bytes: Buffer;
  end: 'WHOLE' | 'TOO_LONG' | 'TOO_SLOW' | 'BROKEN';
}

type Step = { done: boolean; value?: Uint8Array } | 'TOO_SLOW' | 'BROKEN';

/** Reads the body of somebody else's answer, never more than the cap; what is left of it is not waited for. Never throws. */
export async function readCapped(body: Body, { bytes: most, ms }: Cap): Promise<Reading> {
  if (!body) return { bytes: Buffer.alloc(0), end: 'WHOLE' };
  const reader = body.getReader();
  const { promise: tooSlow, resolve } = Promise.withResolvers<'TOO_SLOW'>();
  const timer = ms === undefined ? undefined : setTimeout(() => resolve('TOO_SLOW'), ms);
  const chunks: Uint8Array[] = [];
  let left = most;
  const end = async (): Promise<Reading['end']> => {
    for (;;) {
      const step: Step = await Promise.race([reader.read().catch(() => 'BROKEN' as const), tooSlow]);
      if (typeof step === 'string') return step;
      if (step.done || !step.value) return 'WHOLE';
      chunks.push(step.value.subarray(0, left));
      if (step.value.length > left) return 'TOO_LONG';
      left -= step.value.length;
    }
  };
  try {
    return { end: await end(), bytes: Buffer.concat(chunks) };
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => undefined);
  }
}
