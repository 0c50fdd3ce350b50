import type { Body } from '../read-capped.ts';
import { OutsideError } from './outside-error.ts';

/** The pieces of an answer as they come; who stops early lets go of the rest. */
export async function* piecesOf(
  vendor: string,
  body: Body,
  { bytes: most, ms }: { bytes: number; ms: number },
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  let left = most;
  try {
    for (;;) {
      const { done, value } = await pieceInTime(vendor, reader, ms);
      if (done || !value) return;
      left -= value.length;
      if (left < 0)
        throw new OutsideError(
          `${vendor} answered more than ${most} bytes.`,
          { code: 'ODD_ANSWER', words: `> ${most} B` },
          false,
        );
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function pieceInTime(
  vendor: string,
  reader: ReturnType<NonNullable<Body>['getReader']>,
  ms: number,
): Promise<{ done: boolean; value?: Uint8Array }> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const values = { seconds: Math.ceil(ms / 1_000) };
    reject(new OutsideError(`${vendor} said nothing more for ${ms} ms.`, { code: 'NO_ANSWER', values }, true));
  }, ms);
  try {
    return await Promise.race([reader.read(), promise]);
  } catch (error) {
    if (error instanceof OutsideError) throw error;
    throw new OutsideError(`The answer of ${vendor} broke off.`, { code: 'UNREACHABLE' }, true, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
