import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { SidedRow } from '../side/side.ts';

export enum PartnerStatus {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
}
registerEnumType(PartnerStatus, { name: 'PartnerStatus' });

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A contact who brings business, and is paid for it.' })
@Index({ properties: ['tenantId', 'registeredAt', 'id'] })
@Unique({ properties: ['tenantId', 'idempotencyKey'] })
@Entity({ ...ownedBySide })
export class Partner extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @ManyToOne({ entity: () => Contact, ref: true, index: true })
  contact!: Ref<Contact>;

  @Field(() => PartnerStatus)
  @Enum({ items: () => PartnerStatus, type: 'string' })
  status!: PartnerStatus;

  /** Of what they bring, in percent: a decimal number of the database, which comes as text. */
  @Property({ type: 'decimal', precision: 9, scale: 6, nullable: true })
  rate?: string;

  /** When the rate was set: one that was set earlier and comes later changes nothing. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  ratedAt?: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'What affiliate answered when it opened the account; null until then.',
  })
  @Property({ type: 'text', nullable: true })
  affiliateAccountId?: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  registeredAt!: Date;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of partners.' })
export class PartnerPage extends PageOf(Partner) {}
