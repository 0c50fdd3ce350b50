import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

/** Turns what comes into what is kept, piece by piece. */
export interface Sealer {
  push(chunk: Buffer): Buffer;
  end(): Buffer;
}

const FORMAT = 1;
const SALT_BYTES = 16;
const HEAD_BYTES = 1 + SALT_BYTES;
const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/**
 * Seals a file of any length with AES-256-GCM, in segments, so that nothing is read that was not checked: under a key of the file's
 * own, each segment with its number, and the last one as the last, so that none can be changed, moved or left out.
 */
export function sealFile(secretKey: KeyObject): Sealer {
  const salt = randomBytes(SALT_BYTES);
  const key = keyOf(secretKey, salt);
  let head: Buffer = Buffer.concat([Buffer.of(FORMAT), salt]);
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;

  function seal(segment: Buffer, isLast: boolean): Buffer {
    const cipher = createCipheriv(ALGORITHM, key, nonceOf(number, isLast));
    number += 1;
    return Buffer.concat([cipher.update(segment), cipher.final(), cipher.getAuthTag()]);
  }

  return {
    push(chunk) {
      const sealed = [head];
      head = Buffer.alloc(0);
      rest = Buffer.concat([rest, chunk]);
      // What may be the last waits.
      while (rest.length > SEGMENT_BYTES) {
        sealed.push(seal(rest.subarray(0, SEGMENT_BYTES), false));
        rest = rest.subarray(SEGMENT_BYTES);
      }
      return Buffer.concat(sealed);
    },
    end: () => Buffer.concat([head, seal(rest, true)]),
  };
}

/** What was sealed under one of these keys; throws at the first piece that was tampered with or is missing. */
export async function* openSealed(
  chunks: AsyncIterable<Buffer>,
  secretKeys: readonly KeyObject[],
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let keys: readonly KeyObject[] = [];
  let number = 0;

  /** The first segment shows which of the keys it is. */
  function open(sealed: Buffer, isLast: boolean): Buffer {
    for (const key of keys) {
      const segment = openSegment(key, sealed, nonceOf(number, isLast));
      if (!segment) continue;
      keys = [key];
      number += 1;
      return segment;
    }
    throw new Error('A sealed file was changed, is not whole, or was sealed with a secret that is not known.');
  }

  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    if (keys.length === 0 && rest.length >= HEAD_BYTES) {
      if (rest[0] !== FORMAT) throw new Error('A sealed file is malformed.');
      const salt = rest.subarray(1, HEAD_BYTES);
      keys = secretKeys.map((secretKey) => keyOf(secretKey, salt));
      rest = rest.subarray(HEAD_BYTES);
    }
    while (keys.length > 0 && rest.length > SEGMENT_BYTES + TAG_BYTES) {
      yield open(rest.subarray(0, SEGMENT_BYTES + TAG_BYTES), false);
      rest = rest.subarray(SEGMENT_BYTES + TAG_BYTES);
    }
  }
  yield open(rest, true);
}

/** Undefined where it was not sealed with this key, or not as it is now. */
function openSegment(key: KeyObject, sealed: Buffer, nonce: Buffer): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, nonce);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const segment = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([segment, decipher.final()]);
  } catch {
    return undefined;
  }
}

function keyOf(secretKey: KeyObject, salt: Buffer): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secretKey, salt, 'file', 32)));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 4);
  nonce.writeUInt8(Number(isLast), 11);
  return nonce;
}
