import type { FilterQuery } from '@mikro-orm/core';
import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { LocalizedText } from '@mycelium/kit/localized-text';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { auditKept } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { AuditChange, AuditEntry, AuditEntryPage, AuditExport, AuditFilter, AuditLogChange } from './audit-entry.ts';
import { csvOfEntries } from './csv.ts';
import { findEntries } from './find-entries.ts';
import { mayReadAll, readableTo } from './readable.ts';

@Resolver(() => AuditEntry)
class AuditEntryResolver {
  @FieldResolver(() => [AuditChange], { description: 'What changed, field by field.' })
  changes(@Root() { before, after }: AuditEntry): AuditChange[] {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return fields.map((field) => ({ field, before: json(before[field]), after: json(after[field]) }));
  }

  @FieldResolver(() => [LocalizedText], {
    description:
      'What the thing was called then, in each of its languages; under und if it has one name for all. Empty if it has no name.',
  })
  nounNames(@Root() { name }: AuditEntry): LocalizedText[] {
    const names = typeof name === 'string' ? { und: name } : (name ?? {});
    return Object.entries(names).map(([locale, text]) => ({ locale, text }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The network address it came from; null unless you may read the whole log (audit:all).',
  })
  address(@Root() { address }: AuditEntry, @Ctx() { viewer }: Context): string | undefined {
    return mayReadAll(viewer) ? address : undefined;
  }

  @Follow(() => AuditLogChange, [auditKept], 'audit:read', 'Changes of the business, as they enter the log.')
  async auditRecorded({ feed, payload: { entryIds } }: EventOf<typeof auditKept>, { em, viewer }: Context) {
    const where = { $and: [{ tenantId: feed, id: { $in: entryIds } }, readableTo(viewer)] };
    return { entries: await em.find(AuditEntry, where as FilterQuery<AuditEntry>, { orderBy: { id: 'desc' } }) };
  }
}

function json(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

@Resolver(() => Tenant)
class TenantAuditResolver {
  @Allow('audit:read')
  @FieldResolver(() => AuditEntryPage, {
    description:
      'What was done in it, newest first: the history of what you may see. With audit:all also what concerns people, sessions and keys.',
  })
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
    return {
      csv: csvOfEntries(
        edges.map(({ node }) => node),
        { hasAddresses: mayReadAll(ctx.viewer) },
      ),
      hasNextPage,
      endCursor,
    };
  }
}

export const auditEntryPart = part(AuditEntry, AuditEntryResolver, TenantAuditResolver);
