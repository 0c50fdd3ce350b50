import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Where the gateways leave what they refused in a tenant: a list, from which the tenants subgraph takes it for the audit log. */
export const refusalsKey = (tenantId: string): string => `mycelium:refused:${tenantId}`;

/** The tenants that have such a list: a set. */
export const REFUSED_KEY = 'mycelium:refused';

/** One list for all tenants, as it was before each had its own. */
export const REFUSALS_BEFORE_KEY = 'mycelium:refusals';

/** A refusal: somebody asked for what they may not, and no subgraph was asked. */
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
