import { createHmac, timingSafeEqual } from 'node:crypto';
import { roles } from '@mycelium/schema/roles';
import { z } from 'zod';

/** Who is asking, as the gateway established it. `gateway` is the gateway itself, asking for keys and credentials. */
const viewerSchema = z.object({
  kind: z.enum(['anonymous', 'user', 'display', 'client', 'gateway']),
  id: z.string(),
  tenantId: z.string().optional(),
  role: z.enum(roles).optional(),
  scopes: z.array(z.string()),
  /** What `@policy` may demand of them. */
  policies: z.array(z.string()).optional(),
  /** Of an API client: the application on the event bus that it speaks for. */
  application: z.string().optional(),
  /** Of the access token a person asks with. */
  sessionId: z.string().optional(),
});
export type Viewer = z.infer<typeof viewerSchema>;

const contextSchema = z.object({
  viewer: viewerSchema,
  correlationId: z.string(),
  /** The caller's address, for throttling and the audit. */
  address: z.string().optional(),
  /** What the caller's browser says it is. */
  userAgent: z.string().optional(),
  /** The product in whose name this is done, when it is not the subgraph's own; it is not told of what it did itself. */
  origin: z.string().optional(),
  /** Seconds since the epoch; a context is good for one call, so this is near. */
  exp: z.number(),
});
export type CallContext = Omit<z.infer<typeof contextSchema>, 'exp'>;

export const anonymous: Viewer = { kind: 'anonymous', id: '', scopes: [] };

const LIFETIME_SECONDS = 60;

/** The signed context that a subgraph demands with each call: `payload.signature`, both base64url, HMAC-SHA-256. */
export function signContext(context: CallContext, key: Buffer, now = Date.now()): string {
  const exp = Math.floor(now / 1000) + LIFETIME_SECONDS;
  const payload = Buffer.from(JSON.stringify({ ...context, exp })).toString('base64url');
  return `${payload}.${signatureOf(payload, key)}`;
}

/** The context that was signed, or undefined when it is forged, malformed or expired. */
export function verifyContext(token: string | undefined, key: Buffer, now = Date.now()): CallContext | undefined {
  const [payload, signature] = token?.split('.') ?? [];
  if (!payload || !signature) return undefined;
  const expected = Buffer.from(signatureOf(payload, key));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const parsed = contextSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success || parsed.data.exp * 1000 < now) return undefined;
  return parsed.data;
}

function signatureOf(payload: string, key: Buffer): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}
