import { BigIntType } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum CashMovementKind {
  PAID_IN = 'PAID_IN',
  PAID_OUT = 'PAID_OUT',
  DROP = 'DROP',
  TIPS_OUT = 'TIPS_OUT',
}
registerEnumType(CashMovementKind, {
  name: 'CashMovementKind',
  description: 'Why cash came into a drawer or left it, other than for an order.',
  valuesConfig: {
    DROP: { description: 'To the safe or the bank.' },
    TIPS_OUT: { description: 'Tips that were paid out of the drawer.' },
  },
});

/** The database refuses every change and removal. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Cash that came into a drawer or left it, other than for an order.' })
@Index({ properties: ['tenantId', 'sessionId', 'id'] })
@Entity({ ...ownedByLocation })
export class CashMovement extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  sessionId!: string;

  @Property({ type: 'uuid' })
  locationId!: string;

  @Field(() => CashMovementKind)
  @Enum({ items: () => CashMovementKind })
  kind!: CashMovementKind;

  @Property({ type: new BigIntType('number') })
  amount!: number;

  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTime, { description: 'By the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  movedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The person who noted it.' })
  @Property({ type: 'uuid', nullable: true })
  personId?: string | null;

  @Property({ type: 'text' })
  fingerprint!: string;
}
