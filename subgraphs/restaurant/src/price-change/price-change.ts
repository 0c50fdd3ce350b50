import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Money, MoneyInput, priceSchema } from '@mycelium/kit/money';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { Location } from '../location/location.ts';

@ObjectType({ description: 'A price that an item will have.' })
@Check({ expression: 'price_amount >= 0' })
@Index({ properties: ['itemId', 'startsAt'] })
@Entity({ ...ownedByTenant })
export class PriceChange extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  itemId!: string;

  @Field(() => Money)
  @Embedded({ entity: () => Money })
  price!: Money;

  @Field(() => DateTime, { description: 'From when it holds.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  startsAt!: Date;

  /** What has been applied stays, so that the same is not applied twice. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  appliedAt?: Date | null;

  /** What was taken back stays as a tombstone. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  /** Undefined where it is for all locations. */
  @ManyToOne({ entity: () => Location, ref: true, nullable: true, index: true })
  location?: Ref<Location> | null;
}

/** The condition for prices that have not come, and were not taken back. */
export const toCome = { appliedAt: null, removedAt: null } as const;

export function isToCome({ appliedAt, removedAt }: PriceChange): boolean {
  return !appliedAt && !removedAt;
}

@InputType({ description: 'A price that an item is to have from a moment.' })
export class PlanPriceChangeInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is to hold; everywhere when left out.' })
  locationId?: string | null;

  @Field(() => MoneyInput)
  price!: MoneyInput;

  @Field(() => String, {
    description: 'YYYY-MM-DDTHH:MM by the clocks of the location, or of the first location where it holds everywhere.',
  })
  from!: string;
}

export const planPriceChangeSchema = z.object({
  itemId: z.string(),
  locationId: z.string().nullish(),
  price: priceSchema,
  from: z.iso.datetime({ local: true, precision: -1, error: 'A moment is YYYY-MM-DDTHH:MM' }),
});
