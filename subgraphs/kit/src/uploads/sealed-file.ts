import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Turns what comes into what is kept, piece by piece. */
export interface Sealer {
  push(chunk: Buffer): Buffer;
  end(): Buffer;
}

const KEY_VERSION = 1;
const SALT_BYTES = 16;
const HEAD_BYTES = 1 + SALT_BYTES;
const SEGMENT_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/**
 * Seals a file of any length with AES-256-GCM, in segments, so that nothing is read that was not checked: under a key of the file's
 * own, each segment with its number, and the last one as the last, so that none can be changed, moved or left out.
 */
export function sealFile(secretKey: Buffer): Sealer {
  const salt = randomBytes(SALT_BYTES);
  const key = keyOf(secretKey, salt);
  let head: Buffer = Buffer.concat([Buffer.of(KEY_VERSION), salt]);
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

/** What was sealed; throws at the first piece that was tampered with or is missing. */
export async function* openSealed(chunks: AsyncIterable<Buffer>, secretKey: Buffer): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let key: Buffer | undefined;
  let number = 0;

  function open(sealed: Buffer, isLast: boolean): Buffer {
    if (!key || sealed.length < TAG_BYTES) throw new Error('A sealed file is malformed.');
    const decipher = createDecipheriv(ALGORITHM, key, nonceOf(number, isLast));
    number += 1;
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  }

  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    if (!key && rest.length >= HEAD_BYTES) {
      if (rest[0] !== KEY_VERSION) throw new Error('A sealed file is malformed.');
      key = keyOf(secretKey, rest.subarray(1, HEAD_BYTES));
      rest = rest.subarray(HEAD_BYTES);
    }
    while (key && rest.length > SEGMENT_BYTES + TAG_BYTES) {
      yield open(rest.subarray(0, SEGMENT_BYTES + TAG_BYTES), false);
      rest = rest.subarray(SEGMENT_BYTES + TAG_BYTES);
    }
  }
  yield open(rest, true);
}

function keyOf(secretKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, salt, 'file', 32));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 4);
  nonce.writeUInt8(Number(isLast), 11);
  return nonce;
}
