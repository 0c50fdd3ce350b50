import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSealed, sealFile } from './sealed-file.ts';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const SEGMENT = 64 * 1024;

function seal(plain: Buffer, step = 50_000): Buffer {
  const sealer = sealFile(key);
  const parts: Buffer[] = [];
  for (let at = 0; at < plain.length; at += step) parts.push(sealer.push(plain.subarray(at, at + step)));
  return Buffer.concat([...parts, sealer.end()]);
}

async function open(sealed: Buffer, keys = [key], step = 33_333): Promise<Buffer> {
  async function* chunks() {
    for (let at = 0; at < sealed.length; at += step) yield sealed.subarray(at, at + step);
  }
  const parts: Buffer[] = [];
  for await (const part of openSealed(chunks(), keys)) parts.push(part);
  return Buffer.concat(parts);
}

test.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 300_000])(
  '%i bytes are sealed and opened',
  async (n) => {
    const plain = randomBytes(n);
    expect((await open(seal(plain))).equals(plain)).toBe(true);
  },
);

test('what was changed, cut short, moved or sealed otherwise is not opened', async () => {
  const sealed = seal(randomBytes(3 * SEGMENT));
  const whole = SEGMENT + 16;
  const flipped = Buffer.from(sealed);
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const [head, first, second, last] = [17, 17 + whole, 17 + 2 * whole]
    .map((end, at, ends) => sealed.subarray(ends[at - 1] ?? 0, end))
    .concat(sealed.subarray(17 + 2 * whole)) as [Buffer, Buffer, Buffer, Buffer];
  for (const bad of [
    flipped,
    sealed.subarray(0, -1),
    Buffer.concat([head, first, second]),
    Buffer.concat([head, second, first, last]),
    Buffer.concat([head, first, last]),
    Buffer.concat([sealed, Buffer.of(0)]),
    sealed.subarray(0, 10),
    Buffer.alloc(0),
    Buffer.concat([Buffer.of(2), sealed.subarray(1)]),
  ])
    await expect(open(bad)).rejects.toThrow();
});

test('what was sealed with an older secret is opened, and with a secret that is not known is not', async () => {
  for (const length of [10, 200_000]) {
    const plain = randomBytes(length);
    expect((await open(seal(plain), [newKey(), key])).equals(plain)).toBe(true);
    await expect(open(seal(plain), [newKey()])).rejects.toThrow('secret that is not known');
  }
});
