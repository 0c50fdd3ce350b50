import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByLocation } from '@mycelium/database/tenant';
import { Money, MoneyInput, priceSchema } from '@mycelium/kit/money';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { Location } from '../location/location.ts';
import type { SoldOutReason } from '../menu-item/sold-out.ts';

@ObjectType({ description: 'What is different about an item at one location.' })
@Check({ expression: 'price_amount >= 0 and portions_left >= 0 and available = (cardinality(sold_out_for) = 0)' })
@Unique({ properties: ['tenantId', 'itemId', 'location'] })
@Entity({ ...ownedByLocation })
export class MenuItemAtLocation extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  @Property({ type: 'uuid' })
  itemId!: string;

  @Field(() => Money, { nullable: true, description: 'What it costs here; null where it costs the same as elsewhere.' })
  @Embedded({ entity: () => Money, nullable: true })
  price?: Money | null;

  @Field(() => Boolean, { description: 'false if it is sold out here; it may be sold out everywhere, too.' })
  @Property({ type: 'boolean', default: true })
  available = true;

  /** Where there are reasons, it is sold out here. */
  @Property({ type: 'array', columnType: 'text[]', defaultRaw: "'{}'" })
  soldOutFor: SoldOutReason[] = [];

  @Field(() => Boolean, { description: 'Whether it is not on the menu of this location.' })
  @Property({ type: 'boolean', default: false })
  hidden = false;

  @Field(() => Int, { nullable: true, description: 'How many are left here; null where nobody counts.' })
  @Property({ type: 'integer', nullable: true })
  portionsLeft?: number | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @ManyToOne({ entity: () => Location, ref: true, index: true })
  location!: Ref<Location>;
}

@InputType({ description: 'What is to be different about an item at one location; what you leave out stays the same.' })
export class MenuItemAtLocationInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => ID)
  locationId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of what is different there as you have seen it; another one is a CONFLICT. Left out, your word counts.',
  })
  versionThere?: number;

  @Field(() => MoneyInput, { nullable: true, description: 'What it costs here; null for the same as elsewhere.' })
  price?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is not on the menu of this location.' })
  hidden?: boolean;
}

export const menuItemAtLocationSchema = z.object({
  itemId: z.string(),
  locationId: z.string(),
  versionThere: z.int().nullish(),
  price: priceSchema.nullish(),
  hidden: z.boolean().nullish(),
});
