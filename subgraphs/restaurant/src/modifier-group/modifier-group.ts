import { Collection } from '@mikro-orm/core';
import { Check, Entity, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PriceRule } from '@mycelium/schema/choices';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { type Localized, LocalizedTextInput, localizedSchema } from '../localized.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';

registerEnumType(PriceRule, {
  name: 'PriceRule',
  description: 'How the price of a group comes of what was chosen in it.',
  valuesConfig: {
    ADD: { description: 'All are added up; of free ones the cheapest cost nothing.' },
    HIGHEST: { description: 'The dearest is paid, as of two halves of a pizza.' },
    AVERAGE: { description: 'The average is paid, rounded half up.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What guests choose with an item: a salsa, a size, extras.' })
@Check({ expression: 'min >= 0 and free >= 0 and (max is null or max >= greatest(min, 1))' })
@Entity({ ...ownedByTenant })
export class ModifierGroup extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Field(() => Int, { description: 'How many must be chosen at least.' })
  @Property({ type: 'integer', default: 0 })
  min = 0;

  @Field(() => Int, { nullable: true, description: 'How many may be chosen at most; null for as many as one likes.' })
  @Property({ type: 'integer', nullable: true })
  max?: number | null;

  @Field(() => Int, { description: 'How many cost nothing: the cheapest of those chosen.' })
  @Property({ type: 'integer', default: 0 })
  free = 0;

  @Field(() => PriceRule)
  @Property({ type: 'text', default: PriceRule.ADD })
  priceRule: PriceRule = PriceRule.ADD;

  @Field(() => DateTime, { nullable: true, description: 'When it was removed; it stays known as a tombstone.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @OneToMany({ entity: () => ModifierOption, mappedBy: 'group' })
  options = new Collection<ModifierOption>(this);
}

@InputType({ description: 'A new group, without options.' })
export class CreateModifierGroupInput {
  @Field(() => [LocalizedTextInput], { description: 'In at least one language, at most 80 characters each.' })
  name!: LocalizedTextInput[];

  @Field(() => Int, { defaultValue: 0, description: 'How many must be chosen at least.' })
  min!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many may be chosen at most; as many as one likes when left out.',
  })
  max?: number | null;

  @Field(() => Int, { defaultValue: 0, description: 'How many cost nothing; only where prices are added up.' })
  free!: number;

  @Field(() => PriceRule, { defaultValue: PriceRule.ADD })
  priceRule!: PriceRule;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateModifierGroupInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the name, replacing those before.',
  })
  name?: LocalizedTextInput[];

  @Field(() => Int, { nullable: true, description: 'How many must be chosen at least.' })
  min?: number;

  @Field(() => Int, { nullable: true, description: 'How many may be chosen at most; null for as many as one likes.' })
  max?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many cost nothing; only where prices are added up.' })
  free?: number;

  @Field(() => PriceRule, { nullable: true })
  priceRule?: PriceRule;
}

/** More than anybody is asked to choose at once. */
const MOST = 100;

const min = z.int().min(0).max(MOST);
const max = z.int().min(1).max(MOST).nullish();
const free = z.int().min(0).max(MOST);

export const createModifierGroupSchema = z.object({
  ...{ name: localizedSchema(80), min, max, free },
  priceRule: z.enum(PriceRule),
});

export const updateModifierGroupSchema = z.object({
  version: z.int(),
  name: localizedSchema(80).nullish(),
  min: min.nullish(),
  max,
  free: free.nullish(),
  priceRule: z.enum(PriceRule).nullish(),
});

export enum ModifierGroupChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(ModifierGroupChangeKind, {
  name: 'ModifierGroupChangeKind',
  valuesConfig: { UPDATED: { description: 'The group, one of its options, or their order was changed.' } },
});

@ObjectType({ implements: Change, description: 'A group was created, changed or removed, or an option of it.' })
export class ModifierGroupChange extends Change {
  @Field(() => ModifierGroupChangeKind)
  kind!: ModifierGroupChangeKind;

  @Field(() => ID)
  groupId!: string;

  @Field(() => ModifierGroup, { nullable: true, description: 'Its current state; null if it is gone.' })
  group?: ModifierGroup;
}
