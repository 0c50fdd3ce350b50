import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Money, MoneyInput, priceSchema } from '@mycelium/kit/money';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { type Localized, LocalizedTextInput, localizedSchema } from '../localized.ts';
import { Allergen, allergensSchema } from '../menu-item/allergen.ts';
import { ModifierGroup } from '../modifier-group/modifier-group.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One of the things that can be chosen from a group.' })
@Check({ expression: 'price_amount >= 0 and (max_quantity is null or max_quantity > 0) and nested_id <> group_id' })
@Index({ properties: ['group', 'position'] })
@Entity({ ...ownedByTenant })
export class ModifierOption extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Field(() => Money, { description: 'What one of it costs beside the item.' })
  @Embedded({ entity: () => Money })
  price!: Money;

  @Field(() => Boolean, { description: 'false if it is sold out.' })
  @Property({ type: 'boolean', default: true })
  available = true;

  @Field(() => [Allergen], { description: 'What it adds to those of the item.' })
  @Property({ type: 'array', columnType: 'text[]' })
  allergens: Allergen[] = [];

  @Field(() => Int, { nullable: true, description: 'How often it may be chosen; null for as often as one likes.' })
  @Property({ type: 'integer', nullable: true })
  maxQuantity?: number | null;

  @Property({ type: 'integer', default: 0 })
  position = 0;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; it stays known as a tombstone.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @ManyToOne({ entity: () => ModifierGroup, ref: true })
  group!: Ref<ModifierGroup>;

  @ManyToOne({ entity: () => ModifierGroup, ref: true, nullable: true, index: true })
  nested?: Ref<ModifierGroup> | null;
}

@InputType({ description: 'A new option, placed last in its group.' })
export class CreateModifierOptionInput {
  @Field(() => ID)
  groupId!: string;

  @Field(() => [LocalizedTextInput], { description: 'In at least one language, at most 80 characters each.' })
  name!: LocalizedTextInput[];

  @Field(() => MoneyInput, { description: 'What one of it costs beside the item.' })
  price!: MoneyInput;

  @Field(() => Boolean, { defaultValue: true })
  available!: boolean;

  @Field(() => [Allergen], { nullable: true })
  allergens?: Allergen[];

  @Field(() => Int, { nullable: true, description: 'How often it may be chosen; as often as one likes when left out.' })
  maxQuantity?: number | null;

  @Field(() => ID, { nullable: true, description: 'The group from which guests choose with this option.' })
  nestedId?: string | null;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateModifierOptionInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the name, replacing those before.',
  })
  name?: LocalizedTextInput[];

  @Field(() => MoneyInput, { nullable: true, description: 'What one of it costs beside the item.' })
  price?: MoneyInput;

  @Field(() => [Allergen], { nullable: true })
  allergens?: Allergen[];

  @Field(() => Int, { nullable: true, description: 'How often it may be chosen; null for as often as one likes.' })
  maxQuantity?: number | null;

  @Field(() => ID, { nullable: true, description: 'The group from which guests choose with it; null for none.' })
  nestedId?: string | null;
}

const maxQuantity = z.int().min(1).max(100).nullish();

export const createModifierOptionSchema = z.object({
  groupId: z.string(),
  name: localizedSchema(80),
  price: priceSchema,
  available: z.boolean(),
  allergens: allergensSchema.nullish().transform((list) => list ?? []),
  maxQuantity,
  nestedId: z.string().nullish(),
});

export const updateModifierOptionSchema = z.object({
  version: z.int(),
  name: localizedSchema(80).nullish(),
  price: priceSchema.nullish(),
  allergens: allergensSchema.nullish(),
  maxQuantity,
  nestedId: z.string().nullish(),
});
