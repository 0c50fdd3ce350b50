import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { AuditChange, AuditEntry, AuditEntryPage, AuditExport, AuditFilter } from './audit-entry.ts';
import { csvOfEntries } from './csv.ts';
import { findEntries } from './find-entries.ts';

@Resolver(() => AuditEntry)
class AuditEntryResolver {
  @FieldResolver(() => [AuditChange], { description: 'What changed, field by field.' })
  changes(@Root() { before, after }: AuditEntry): AuditChange[] {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return fields.map((field) => ({ field, before: json(before[field]), after: json(after[field]) }));
  }
}

function json(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

@Resolver(() => Tenant)
class TenantAuditResolver {
  @Allow('audit:read')
  @FieldResolver(() => AuditEntryPage, { description: 'What was done in it, newest first.' })
  auditEntries(
    @Root() { id }: Tenant,
    @Ctx() ctx: Context,
    @Arg('filter', () => AuditFilter, { defaultValue: {} }) filter: AuditFilter,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<AuditEntryPage> {
    return findEntries(ctx, id, filter, { first, after });
  }

  @Allow('audit:read')
  @FieldResolver(() => AuditExport, { description: 'The same as a table, page by page.' })
  async auditExport(
    @Root() { id }: Tenant,
    @Ctx() ctx: Context,
    @Arg('filter', () => AuditFilter, { defaultValue: {} }) filter: AuditFilter,
    @Arg('first', () => Int, { defaultValue: 200, description: 'At most 200.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AuditExport> {
    const { edges, pageInfo } = await findEntries(ctx, id, filter, { first, after });
    const { hasNextPage, endCursor } = pageInfo;
    return { csv: csvOfEntries(edges.map(({ node }) => node)), hasNextPage, endCursor };
  }
}

export const auditEntryPart = part(AuditEntry, AuditEntryResolver, TenantAuditResolver);
