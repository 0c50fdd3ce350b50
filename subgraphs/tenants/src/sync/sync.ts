import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Product } from '../service/product.ts';
import { ProductService } from '../service/service.ts';
import { SyncReason } from '../sync-run/sync-reason.ts';
import type { SyncConfig } from './sync-config.ts';

export enum SyncStatus {
  ERROR = 'ERROR',
  PENDING = 'PENDING',
  SUCCESS = 'SUCCESS',
  SYNCING = 'SYNCING',
}
registerEnumType(SyncStatus, {
  name: 'SyncStatus',
  valuesConfig: { PENDING: { description: 'It is waiting for its first run, or for somebody to confirm one.' } },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: "Keeps a product's catalogue and a tenant's menu in sync." })
@Unique({ properties: ['tenantId', 'product'] })
@Index({ properties: ['status', 'id'] })
@Entity({ ...ownedByTenant })
export class TenantSync extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  declare tenantId: string;

  @Field(() => Product)
  @Enum({ items: () => Product, type: 'string' })
  product!: Product;

  @Field(() => SyncStatus)
  @Enum({ items: () => SyncStatus, type: 'string', default: SyncStatus.PENDING })
  status: SyncStatus = SyncStatus.PENDING;

  @Field(() => DateTime, { nullable: true, description: 'When a run last succeeded.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  lastSyncAt?: Date;

  @Field(() => String, { nullable: true, description: 'Why the last run failed, in English; null if it did not.' })
  @Property({ type: 'text', nullable: true })
  lastError?: string;

  @Field(() => SyncReason, {
    nullable: true,
    description: '`lastError` as a code; null for runs from before there were codes.',
  })
  @Property({ type: 'json', nullable: true })
  reason?: SyncReason;

  @Field(() => Settings, {
    description:
      'direction (PUSH, BOTH), sources (of name, description, price, available: LOCAL, REMOTE, BOTH), policy (LOCAL_WINS, REMOTE_WINS, NEWEST, MANUAL), confirmAbovePercent, attempts.',
  })
  @Property({ type: 'json' })
  config!: SyncConfig;

  /** Up to which change of the menu it has seen. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  localCursor?: Date;

  /** Up to which change of the product's it has seen. */
  @Property({ type: 'text', nullable: true })
  remoteCursor?: string;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @ManyToOne({ entity: () => ProductService, ref: true })
  service!: Ref<ProductService>;
}

@ObjectType({ description: 'A page of syncs.' })
export class TenantSyncPage extends PageOf(TenantSync) {}

@InputType({ description: 'Which syncs; what you leave out does not restrict them.' })
export class SyncFilter {
  @Field(() => SyncStatus, { nullable: true })
  status?: SyncStatus;

  @Field(() => Product, { nullable: true })
  product?: Product;
}

@InputType({ description: "The state of a product's sync, as the product reports it." })
export class ReportSyncInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => SyncStatus)
  status!: SyncStatus;

  @Field(() => String, { nullable: true, description: 'What went wrong, with ERROR; at most 1,000 characters.' })
  error?: string;
}

export const reportSyncSchema = z
  .object({
    status: z.enum(SyncStatus),
    error: z.string().trim().min(1, 'A description of what went wrong is needed').max(1_000).nullish(),
  })
  .refine(({ status, error }) => (status === SyncStatus.ERROR) === (error != null), {
    path: ['error'],
    error: 'An error is needed with the status ERROR, and with no other',
  });
