import { z } from 'zod';

const auditRecord = z.object({
  /** A UUIDv7; it says when. */
  id: z.uuid(),
  kind: z.enum(['CREATED', 'UPDATED', 'REMOVED', 'CALLED', 'SUCCEEDED', 'REFUSED', 'SHOWN']),
  noun: z.string().optional(),
  nounId: z.string().optional(),
  /** What the noun was called then, or in each language. */
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});
export type AuditRecord = z.infer<typeof auditRecord>;

/** What one call did in a tenant, or a part of it. It is no event: nobody can publish it, lease it or be told of it. */
export const auditSchema = z.object({
  tenantId: z.uuid(),
  action: z.string(),
  /** At a station also the person who is signed in there. */
  actor: z.object({ kind: z.string(), id: z.string(), personId: z.string().optional() }),
  address: z.string().optional(),
  correlationId: z.string(),
  records: z.array(auditRecord),
});
export type Audit = z.infer<typeof auditSchema>;

/** As it travelled over the bus before it had a way of its own: nobody may call a type so. */
export const AUDIT_BEFORE = 'audit.recorded';
