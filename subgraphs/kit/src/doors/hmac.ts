import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Delivery } from './delivery.ts';

/** Whether a delivery was signed with this secret; looks at its bytes alone, and says so in the same time whatever they are. */
export type Verify = (delivery: Delivery, secret: string, now: number) => boolean;

/** What a vendor's header says: its signatures, one of which must be right, and when it was made. */
interface Said {
  signatures: readonly string[];
  time?: string;
}

export interface HmacScheme {
  header: string;
  encoding: 'base64' | 'hex';
  algorithm?: 'sha256' | 'sha1';
  /** Reads signatures, and when they were made, out of the header; unless it is given, the whole header is one signature. */
  read?(value: string, delivery: Delivery): Said;
  /** What is signed, in its order; the body unless given. */
  signed?(delivery: Delivery, time: string): readonly (string | Buffer)[];
  /** The secret as it is, unless given. */
  keyOf?(secret: string): string | Buffer;
  /** How far the time of the signature may be from ours; where there is none, any. */
  toleranceMs?: number;
}

/** Nobody rotates more secrets at once. */
const MOST_SIGNATURES = 8;

/** The signatures of most vendors: an HMAC of the body and perhaps what stands around it. */
export function hmac({
  header,
  encoding,
  algorithm = 'sha256',
  read = (value) => ({ signatures: [value] }),
  signed = ({ body }) => [body],
  keyOf = (secret) => secret,
  toleranceMs,
}: HmacScheme): Verify {
  return (delivery, secret, now) => {
    const { signatures, time = '' } = read(delivery.headers[header] ?? '', delivery);
    const digest = createHmac(algorithm, keyOf(secret));
    for (const part of signed(delivery, time)) digest.update(part);
    const expected = digest.digest(encoding);
    let isRight = false;
    for (const given of signatures.slice(0, MOST_SIGNATURES)) isRight = isSame(expected, given) || isRight;
    return isRight && (toleranceMs === undefined || isNear(time, now, toleranceMs));
  };
}

/** A secret that the vendor sends as it is. */
export function sharedSecret(header: string): Verify {
  return ({ headers }, secret) => isSame(secret, headers[header] ?? '');
}

/** `sha256=…` */
export const after =
  (prefix: string) =>
  (value: string): Said => ({ signatures: value.startsWith(prefix) ? [value.slice(prefix.length)] : [] });

/** `t=1700000000,v1=…,v1=…` */
export function stamped(value: string): Said {
  const fields = value.split(',').map((field) => field.trim().split('=', 2));
  const valuesOf = (name: string) => fields.flatMap(([key, told]) => (key === name && told ? [told] : []));
  return { time: valuesOf('t')[0], signatures: valuesOf('v1') };
}

/** Compares digests of both, so that the time shows neither the length nor the place of a difference. */
function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

function isNear(time: string, now: number, toleranceMs: number): boolean {
  return /^\d{1,12}$/.test(time) && Math.abs(now - Number(time) * 1_000) <= toleranceMs;
}
