import { createHmac, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto';
import { roles } from '@mycelium/schema/role';
import { z } from 'zod';

/** Who is asking, as the gateway established it. `gateway` is the gateway itself, asking for keys and credentials. */
const viewerSchema = z.object({
  kind: z.enum(['anonymous', 'user', 'display', 'station', 'client', 'gateway']),
  id: z.string(),
  tenantId: z.string().optional(),
  role: z.enum(roles).optional(),
  scopes: z.array(z.string()),
  /** What `@policy` may demand of them. */
  policies: z.array(z.string()).optional(),
  /** The application on the event bus that an API client speaks for. */
  application: z.string().optional(),
  /** The session of the access token with which a person asks. */
  sessionId: z.string().optional(),
  /** The location of the restaurant subgraph where a station stands, for which alone it speaks. */
  locationId: z.string().optional(),
  /** The person who is signed in at a station. */
  personId: z.string().optional(),
});
export type Viewer = z.infer<typeof viewerSchema>;

const contextSchema = z.object({
  viewer: viewerSchema,
  correlationId: z.string(),
  /** The caller's address, for throttling and the audit. */
  address: z.string().optional(),
  /** What the caller's browser says it is. */
  userAgent: z.string().optional(),
  /** The product in whose name this is done, when it is not the subgraph's own; it is not sent what it did itself. */
  origin: z.string().optional(),
  /** When it was signed, in milliseconds since the epoch. */
  signedAt: z.number(),
});
export type CallContext = Omit<z.infer<typeof contextSchema>, 'signedAt'>;

/** The one call that a context is good for. */
export interface SignedCall {
  /** The subgraph that is called. */
  to: string;
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export const anonymous: Viewer = { kind: 'anonymous', id: '', scopes: [] };

/** How long a context is good. The clocks of two machines may differ by less than this. */
export const CONTEXT_LIFETIME_MS = 10_000;

/** The reason beside `UNAUTHENTICATED` when a context was good once: nothing was done, and it can be signed again. */
export const CONTEXT_EXPIRED = 'CONTEXT_EXPIRED';
/** The reason beside `UNAUTHENTICATED` when there is no context, or none that was signed for this very call. */
export const CONTEXT_FORGED = 'CONTEXT_FORGED';

/** The signed context that a subgraph demands with each call: `payload.signature`, both base64url, HMAC-SHA-256 over the payload and the call. */
export function signContext(context: CallContext, call: SignedCall, key: KeyObject, now = Date.now()): string {
  // Two that are equal otherwise can be told apart, since each is taken once.
  const payload = Buffer.from(JSON.stringify({ ...context, signedAt: now, id: randomUUID() })).toString('base64url');
  return `${payload}.${signatureOf(payload, call, key)}`;
}

/** The context that was signed for this call; `expired` when that is too long ago, or to come, and undefined when it is forged, malformed or for another call. */
export function verifyContext(
  token: string | undefined,
  call: SignedCall,
  key: KeyObject,
  now = Date.now(),
): CallContext | 'expired' | undefined {
  const [payload, signature] = token?.split('.') ?? [];
  if (!payload || !signature) return undefined;
  const expected = Buffer.from(signatureOf(payload, call, key));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const parsed = contextSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success) return undefined;
  const { signedAt, ...context } = parsed.data;
  return Math.abs(now - signedAt) > CONTEXT_LIFETIME_MS ? 'expired' : context;
}

function signatureOf(payload: string, { to, query, variables, operationName }: SignedCall, key: KeyObject): string {
  const rest = JSON.stringify([to, operationName ?? null, variables ?? null]);
  return createHmac('sha256', key).update(`${payload}.${rest}.`).update(query).digest('base64url');
}
