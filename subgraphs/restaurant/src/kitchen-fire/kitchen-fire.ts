import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { FireKind } from '../kitchen/fired.ts';

export enum KitchenFireKind {
  ADD = 'ADD',
  LESS = 'LESS',
  CHANGE = 'CHANGE',
  VOID = 'VOID',
  MOVE = 'MOVE',
}
registerEnumType(KitchenFireKind, {
  name: 'KitchenFireKind',
  description: 'What an entry says about a line.',
  valuesConfig: {
    ADD: { description: 'So much more of it.' },
    LESS: { description: 'So much less of it.' },
    CHANGE: { description: 'Another note, for as much.' },
    VOID: { description: 'The line was taken off.' },
    MOVE: { description: 'Nothing: the check was split, and this line has a part of what another one had.' },
  } satisfies Record<FireKind, object>,
});

/** The ledger of a kitchen, partitioned by month over its id. The database refuses to change or remove an entry. */
@ObjectType({ description: 'An entry sent to a station about a line. The sum of these is what it makes of the line.' })
@Index({ properties: ['tenantId', 'lineId'] })
@Index({ properties: ['tenantId', 'ticketId'] })
@Entity({ ...ownedByTenant })
export class KitchenFire extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'uuid' })
  orderId!: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  lineId!: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  stationId!: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  ticketId!: string;

  @Field(() => KitchenFireKind)
  @Enum({ items: () => KitchenFireKind })
  kind!: KitchenFireKind;

  @Field(() => String, { description: 'A decimal number: below zero for less, 0 of a CHANGE.' })
  @Property({ type: 'text' })
  difference!: string;

  @Field(() => String, { description: 'The note for the kitchen; of a VOID, the note it had.' })
  @Property({ type: 'text' })
  note!: string;

  @Field(() => DateTime, { description: 'When it was sent, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  firedAt!: Date;
}
