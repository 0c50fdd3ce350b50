import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CONTEXT_LIFETIME_MS } from '../viewer.ts';

/** What a delivery says beside its bytes. */
const envelopeSchema = z.object({
  door: z.string(),
  connectionId: z.string(),
  method: z.enum(['GET', 'POST']),
  /** The whole address as the vendor knows it, with its query as it was sent. */
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  correlationId: z.string(),
});
const signedSchema = envelopeSchema.extend({ to: z.string(), signedAt: z.number() });

/** What came to a door: something that a vendor sends, not yet believed. */
export interface Delivery extends z.infer<typeof envelopeSchema> {
  body: Buffer;
}

/** A delivery on its way to a subgraph, as the gateway signed it. Over HTTP it is the body of `POST /webhooks`, and the signature the header of the context. */
export interface SignedDelivery {
  bytes: Buffer;
  signature: string;
}

/** What the vendor is answered. */
export const doorAnswerSchema = z.object({
  status: z.number().int().min(200).max(599),
  /** The text that answers a challenge. */
  text: z.string().optional(),
  retryAfter: z.number().optional(),
});
export type DoorAnswer = z.infer<typeof doorAnswerSchema>;

/** Where a subgraph takes deliveries over HTTP. */
export const DELIVERY_PATH = '/webhooks';

const END_OF_ENVELOPE = 10;

/** Signs a delivery for one subgraph, as a whole: a line of JSON, and then the bytes as they came. */
export function signDelivery(
  { body, ...envelope }: Delivery,
  to: string,
  key: KeyObject,
  now = Date.now(),
): SignedDelivery {
  const line = Buffer.from(`${JSON.stringify({ ...envelope, to, signedAt: now })}\n`);
  const bytes = Buffer.concat([line, body]);
  return { bytes, signature: signatureOf(bytes, key) };
}

/** The delivery that the gateway signed for this subgraph some seconds ago; else undefined. */
export function verifyDelivery(
  { bytes, signature }: SignedDelivery,
  to: string,
  key: KeyObject,
  now = Date.now(),
): Delivery | undefined {
  const expected = Buffer.from(signatureOf(bytes, key));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const end = bytes.indexOf(END_OF_ENVELOPE);
  const { to: whom, signedAt, ...envelope } = signedSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  if (whom !== to || Math.abs(now - signedAt) > CONTEXT_LIFETIME_MS) return undefined;
  return { ...envelope, body: bytes.subarray(end + 1) };
}

/** The signature of a delivery. No context begins with its first words, so that neither signature is ever valid as the other. */
function signatureOf(bytes: Buffer, key: KeyObject): string {
  return createHmac('sha256', key).update('delivery\n').update(bytes).digest('base64url');
}
