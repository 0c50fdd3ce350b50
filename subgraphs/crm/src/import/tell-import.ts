import type { Context } from '@mycelium/kit/context';
import { importUpdated } from '@mycelium/schema/subgraphs/crm/contacts';
import { feedOf } from '../side/side.ts';
import type { Import } from './import.ts';

/** Tells whoever watches that an import went on. */
export function tellImport(ctx: Context, { id, side, tenantId }: Pick<Import, 'id' | 'side' | 'tenantId'>): string {
  return ctx.publish(importUpdated, { importId: id }, feedOf({ side, tenantId }));
}
