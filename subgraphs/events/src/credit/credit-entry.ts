import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { CsvPage } from '@mycelium/kit/csv-page';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CreditAccount } from './credit-account.ts';

export enum CreditKind {
  ALLOCATED = 'ALLOCATED',
  CONSUMED = 'CONSUMED',
}
registerEnumType(CreditKind, { name: 'CreditKind' });

@ObjectType({ description: 'Who did it.' })
export class CreditActor {
  @Field(() => String, { description: 'user or client.' })
  kind!: string;

  @Field(() => String)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An entry of the ledger: written once, never changed.' })
@Unique({ properties: ['account', 'idempotencyKey'] })
@Index({ properties: ['tenantId', 'eventId'] })
@Entity({ ...ownedByTenant })
export class CreditEntry extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @ManyToOne(() => CreditAccount, { ref: true })
  account!: Ref<CreditAccount>;

  @Field(() => CreditKind)
  @Enum({ items: () => CreditKind, type: 'string' })
  kind!: CreditKind;

  @Field(() => Int, { description: 'In whole credits; above 0 for either direction.' })
  @Property({ type: 'integer' })
  amount!: number;

  @Field(() => Int, { description: 'The balance of the account after this entry.' })
  @Property({ type: 'integer' })
  balanceAfter!: number;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  purpose?: string;

  @Field(() => CreditActor)
  @Property({ type: 'json' })
  actor!: CreditActor;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The event that notified the application; see `eventTracking`.' })
  @Property({ type: 'uuid' })
  eventId!: string;
}

@ObjectType({ description: 'A page of the ledger.' })
export class CreditEntryPage extends PageOf(CreditEntry) {}

@ObjectType({
  description: 'Entries of the ledger as a table: when, whose, what, who, and the event that notified the application.',
})
export class CreditLedgerExport extends CsvPage {}

@ObjectType({ implements: Change, description: 'Credits were allocated or consumed.' })
export class CreditChange extends Change {
  @Field(() => CreditEntry, { nullable: true })
  entry?: CreditEntry;
}
