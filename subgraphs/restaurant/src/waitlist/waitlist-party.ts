import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum WaitlistState {
  WAITING = 'WAITING',
  NOTIFIED = 'NOTIFIED',
  SEATED = 'SEATED',
  LEFT = 'LEFT',
}
registerEnumType(WaitlistState, {
  name: 'WaitlistState',
  description: 'How far a party is with its waiting.',
  valuesConfig: { NOTIFIED: { description: 'They know that their table is ready.' } },
});

/** Who they are is sealed while they wait, and forgotten once they do not. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Guests who wait for a table.' })
@Index({ properties: ['tenantId', 'locationId', 'id'], where: 'ended_at is null' })
@Entity({ ...ownedByLocation })
export class WaitlistParty extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  locationId!: string;

  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedName?: string | null;

  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedPhone?: string | null;

  @Field(() => Int, { description: 'How many guests they are.' })
  @Property({ type: 'integer' })
  size!: number;

  @Field(() => Int, { description: 'How many minutes they were quoted.' })
  @Property({ type: 'integer' })
  quotedMinutes!: number;

  @Field(() => WaitlistState)
  @Enum({ items: () => WaitlistState })
  state = WaitlistState.WAITING;

  @Field(() => DateTime, { description: 'Since when they wait, by the clock of the business.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  joinedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When they were last notified that their table is ready.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  notifiedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When they were seated or left.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The table at which they were seated.' })
  @Property({ type: 'uuid', nullable: true })
  tableId?: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}
