import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Where the gateways leave what they refused, and the tenants subgraph takes it from for the audit log. */
export const refusalsKey = 'mycelium:refusals';

/** That somebody asked for what they may not, and was refused before any subgraph was asked. */
export const refusalSchema = z.object({
  /** A UUIDv7; it says when. */
  id: z.uuid(),
  tenantId: z.uuid(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  /** The field of Query, Mutation or Subscription, or Type.field. */
  action: z.string(),
  address: z.string().optional(),
  correlationId: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;

export function makeRefusal(what: Omit<Refusal, 'id'>): Refusal {
  return { id: uuidv7(), ...what };
}
