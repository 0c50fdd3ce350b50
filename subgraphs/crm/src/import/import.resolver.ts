import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { ImportCounts, ImportProgress, ImportRowKind, ImportRowState } from '@mycelium/kit/imports/import-state';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { importUpdated } from '@mycelium/schema/subgraphs/crm/contacts';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Tenant } from '../references.ts';
import { applyImport, undoImport } from './apply-import.ts';
import { cancelImport } from './change-import.ts';
import { findFindings, show } from './find-findings.ts';
import { Import, ImportFinding, ImportKey, ImportPage, ImportRow, ImportRowPage } from './import.ts';
import { ImportChange } from './import-change.ts';
import { ColumnMappingInput, DateOrders, Encodings, ImportOptionsInput } from './import-input.ts';
import { ImportColumn, ImportedField, ImportRefusal, ImportRowValue } from './import-view.ts';
import { planImport } from './plan-import.ts';
import { openPlan } from './planned-contact.ts';
import { RefusedRows, refusedRows } from './refused-rows.ts';
import { columnsOf } from './shown-columns.ts';
import { valuesOf } from './shown-values.ts';

@Resolver(() => Import)
class ImportResolver {
  @Allow('crm:read')
  @Query(() => Import, { nullable: true, description: 'One import; null if there is none with this id.' })
  import(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Import | undefined> {
    return find(ctx, Import, id);
  }

  @Allow('crm:write')
  @Mutation(() => Import, {
    description:
      'Plans the import of contacts from an uploaded table (`createUpload` with the purpose TABLE). Nothing is written: the plan says what each row becomes. To read the file otherwise, plan it again with a mapping or options.',
  })
  planImport(
    @Arg('uploadId', () => ID) uploadId: string,
    @Ctx() ctx: Context,
    @Arg('mapping', () => [ColumnMappingInput], {
      nullable: true,
      description: 'What columns mean; those that are not named mean what was found.',
    })
    mapping?: ColumnMappingInput[] | null,
    @Arg('options', () => ImportOptionsInput, { nullable: true }) options?: ImportOptionsInput | null,
  ): Promise<Import> {
    return planImport(ctx, { uploadId, mapping, options });
  }

  @Allow('crm:write')
  @Mutation(() => Import, {
    description:
      'Writes what an import has planned, and nothing else. Rows whose contact was changed since are refused with the reason CHANGED_SINCE. One that is being written, or was, stays as it is; any other is a CONFLICT with the reason IMPORT_MOVED_ON.',
  })
  applyImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Import> {
    return applyImport(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Import, {
    description:
      'Undoes an import, for 30 days: contacts that it created are removed, and those that it changed are as they were. What was used or changed since stays, and is listed in the plan with the state STAYED.',
  })
  undoImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Import> {
    return undoImport(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Import, {
    description:
      'Cancels an import: a plan is dropped, and one that is being written stops behind its batch. One that has ended stays as it is.',
  })
  cancelImport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Import> {
    return cancelImport(ctx, id);
  }

  @Follow(
    () => ImportChange,
    [importUpdated],
    'crm:read',
    "Each step of the tenant's imports, as it happens; with `after`, starting with those since then.",
  )
  async importChanged({ payload: { importId } }: EventOf<typeof importUpdated>, ctx: Context) {
    return { importId, import: await find(ctx, Import, importId) };
  }

  @FieldResolver(() => Encodings, {
    nullable: true,
    description: 'Its character encoding; null until it is known.',
  })
  encoding(@Root() { look }: Import): string | undefined {
    return look?.encoding;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What separates its cells.' })
  delimiter(@Root() { look }: Import): string | undefined {
    return look?.delimiter;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether its first row names the columns.' })
  hasHeader(@Root() { look }: Import): boolean | undefined {
    return look?.hasHeader;
  }

  @FieldResolver(() => DateOrders, {
    nullable: true,
    description: 'The order of day, month and year, where its dates show it or somebody said it.',
  })
  dateOrder(@Root() { dateOrders }: Import): string | undefined {
    return dateOrders?.find((order) => order) ?? undefined;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The program that wrote the file, where its columns show it: MYCELIUM, GOOGLE, OUTLOOK, HUBSPOT or PIPEDRIVE.',
  })
  origin(@Root() { meanings }: Import): string | undefined {
    return meanings?.origin;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a value of the file replaces another one of a known contact.' })
  overwrite(@Root() { given }: Import): boolean {
    return given.overwrite ?? false;
  }

  @FieldResolver(() => Boolean, { description: 'Whether rows that are marked as private are imported, too.' })
  includePrivate(@Root() { given }: Import): boolean {
    return given.includePrivate ?? false;
  }

  @Directive('@viewerSpecific')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [ImportColumn], { description: 'Its columns, with what each means; empty until that is known.' })
  columns(@Root() of: Import, @Ctx() ctx: Context): ImportColumn[] {
    return columnsOf(ctx, of);
  }

  @FieldResolver(() => ImportCounts, { description: 'How many rows become what, once all are planned.' })
  rows(@Root() { counts }: Import): ImportCounts {
    const { CREATE = 0, UPDATE = 0, DUPLICATE = 0, UNCHANGED = 0, REFUSED = 0 } = counts;
    return { created: CREATE, updated: UPDATE, duplicates: DUPLICATE, unchanged: UNCHANGED, refused: REFUSED };
  }

  @FieldResolver(() => ImportProgress, { description: 'How far the work of its status is.' })
  progress(@Root() { done, total }: Import): ImportProgress {
    return { done, total: total ?? undefined };
  }

  @Directive('@viewerSpecific')
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [ImportRefusal], {
    description: 'Rows that are refused, and cells that are left out alone, by line; at most 200 at a time.',
  })
  refusals(@Root() of: Import, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<ImportRefusal[]> {
    return findFindings(ctx, of, false, range);
  }

  @Directive('@viewerSpecific')
  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @FieldResolver(() => [ImportRefusal], {
    description: 'What is imported, and should be looked at, by line; at most 200 at a time.',
  })
  warnings(@Root() of: Import, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<ImportRefusal[]> {
    return findFindings(ctx, of, true, range);
  }

  @Directive('@viewerSpecific')
  @FieldResolver(() => RefusedRows, {
    description: 'The rows with refusals as a table, to be mended and imported; it takes the permission pii:read.',
  })
  refusedRows(@Root() of: Import, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<RefusedRows> {
    return refusedRows(ctx, of, range);
  }

  @FieldResolver(() => ImportRowPage, { description: 'Its rows with what each becomes, by line.' })
  plan(
    @Root() { id }: Import,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) range: PageArgs,
    @Arg('kind', () => ImportRowKind, { nullable: true, description: 'Only these.' }) kind?: ImportRowKind | null,
    @Arg('state', () => ImportRowState, { nullable: true, description: 'Only these.' }) state?: ImportRowState | null,
  ): Promise<ImportRowPage> {
    const where = { importId: id, ...(kind && { kind }), ...(state && { state }) };
    return page(ctx, ImportRow, where, range, { line: 'asc', id: 'asc' });
  }
}

@Resolver(() => ImportRow)
class ImportRowResolver {
  @FieldResolver(() => Contact, { nullable: true, description: 'The contact that it is about, once there is one.' })
  async contact(@Root() { nounId }: ImportRow, @Ctx() ctx: Context): Promise<Contact | undefined> {
    return nounId ? (await loadAll(ctx, Contact, [nounId]))[0] : undefined;
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [ImportedField], {
    description:
      'What an undo left as it is, since somebody had changed it; the other fields are as they were before the import. A contact that the import created stays as a whole.',
  })
  kept(@Root() { keptFields }: ImportRow): ImportedField[] {
    return keptFields ?? [];
  }

  @Directive('@viewerSpecific')
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [ImportRowValue], { description: 'What it changes, field by field; of a new contact all.' })
  async values(@Root() row: ImportRow, @Ctx() ctx: Context): Promise<ImportRowValue[]> {
    if (!row.sealedPlan) return [];
    const [of] = await loadAll(ctx, Import, [row.importId]);
    return of ? valuesOf(openPlan(ctx.vault, row.sealedPlan), (value, mask) => show(ctx, of, 'plan', value, mask)) : [];
  }
}

@Resolver(() => Tenant)
class TenantImportsResolver {
  @Allow('crm:read')
  @FieldResolver(() => ImportPage, { description: 'Its imports of contacts, newest first.' })
  imports(@Root() tenant: Tenant, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<ImportPage> {
    return page(ctx, Import, { tenantId: tenant.id }, range, { id: 'desc' });
  }
}

export const importPart = part(
  ...[Import, ImportRow, ImportFinding, ImportKey],
  ...[ImportResolver, ImportRowResolver, TenantImportsResolver],
);
