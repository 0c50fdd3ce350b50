import type { Ref } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { Money, MoneyInput, priceSchema } from '@mycelium/kit/money';
import { PageOf } from '@mycelium/kit/page';
import { PictureColumn } from '@mycelium/kit/pictures/picture-column';
import { pictureSchema } from '@mycelium/schema/pictures';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { type Localized, LocalizedTextInput, localizedSchema } from '../localized.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { offerSchema } from '../menu-section/offer.ts';
import { taxClassSchema } from '../tax-rule/tax-class.ts';
import { Allergen, allergensSchema } from './allergen.ts';
import type { SoldOutReason } from './sold-out.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A dish or drink that can be ordered.' })
@Check({ expression: 'price_amount >= 0 and portions_left >= 0 and available = (cardinality(sold_out_for) = 0)' })
@Index({ properties: ['section', 'position'] })
@Index({ properties: ['tenantId', 'updatedAt', 'id'] })
@Index({ properties: ['modifierGroups'], type: 'gin' })
@Entity({ ...ownedByTenant })
export class MenuItem extends TenantRow {
  @Field(() => ID)
  declare id: string;

  /** Part of the key, since clients choose ids: another tenant may have chosen the same. */
  @PrimaryKey({ type: 'uuid' })
  declare tenantId: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Property({ type: 'json', columnType: 'json' })
  descriptions: Localized = {};

  @Field(() => Money, { description: 'What a guest pays, including tax where that is customary.' })
  @Embedded({ entity: () => Money })
  price!: Money;

  @Field(() => Boolean, { description: 'false if it is sold out.' })
  @Property({ type: 'boolean', default: true })
  available = true;

  /** Where there are reasons, it is sold out. */
  @Property({ type: 'array', columnType: 'text[]', default: [] })
  soldOutFor: SoldOutReason[] = [];

  /** The ids of those that it has, in their order; of those too that were removed, since they may come back. */
  @Property({ type: 'array', columnType: 'uuid[]', default: [] })
  modifierGroups: string[] = [];

  @Field(() => Int, { nullable: true, description: 'How many are left; null where nobody counts.' })
  @Property({ type: 'integer', nullable: true })
  portionsLeft?: number | null;

  @Field(() => String, { description: 'Which tax rules hold for it: a code of the tenant, STANDARD at first.' })
  @Property({ type: 'text', default: 'STANDARD' })
  taxClass = 'STANDARD';

  @Field(() => [Channel], { description: 'How it can be ordered; empty for every way its section can.' })
  @Property({ type: 'array', columnType: 'text[]', default: [] })
  channels: Channel[] = [];

  /** The ids of the hours in which it is sold; empty for all in which its section is. */
  @Property({ type: 'array', columnType: 'uuid[]', default: [] })
  dayParts: string[] = [];

  @Field(() => [Allergen], { description: 'What must be declared under EU Regulation 1169/2011, Annex II.' })
  @Property({ type: 'array', columnType: 'text[]' })
  allergens: Allergen[] = [];

  @Field(() => Int, { nullable: true, description: 'In kcal, for one portion.' })
  @Property({ type: 'integer', nullable: true })
  calories?: number;

  @Field(() => String, { nullable: true, description: 'Its picture.' })
  @PictureColumn({ until: 'removedAt' })
  imageUrl?: string;

  @Property({ type: 'integer', default: 0 })
  position = 0;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was removed from the menu; it stays known as a tombstone.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;

  @ManyToOne({ entity: () => MenuSection, ref: true })
  section!: Ref<MenuSection>;
}

@ObjectType({ description: 'A page of items.' })
export class MenuItemPage extends PageOf(MenuItem) {}

@InputType({ description: 'A new item, placed last in its section.' })
export class CreateMenuItemInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your choice: asking again with the same one returns the same item, never a second one.',
  })
  id?: string;

  @Field(() => ID)
  sectionId!: string;

  @Field(() => [LocalizedTextInput], { description: 'In at least one language, at most 120 characters each.' })
  name!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'At most 1,000 characters in each language.' })
  description?: LocalizedTextInput[];

  @Field(() => MoneyInput)
  price!: MoneyInput;

  @Field(() => Boolean, { defaultValue: true })
  available!: boolean;

  @Field(() => [Allergen], { nullable: true })
  allergens?: Allergen[];

  @Field(() => Int, { nullable: true, description: 'In kcal.' })
  calories?: number;

  @Field(() => String, { nullable: true, description: 'https, or a path on this origin.' })
  imageUrl?: string;

  @Field(() => [ID], { nullable: true, description: 'The groups from which guests choose with it, in this order.' })
  modifierGroupIds?: string[];

  @Field(() => String, { nullable: true, description: 'Which tax rules hold for it; STANDARD when left out.' })
  taxClass?: string;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateMenuItemInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the name, replacing those before.',
  })
  name?: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the description; an empty list removes it.',
  })
  description?: LocalizedTextInput[];

  @Field(() => MoneyInput, { nullable: true })
  price?: MoneyInput;

  @Field(() => [Allergen], { nullable: true })
  allergens?: Allergen[];

  @Field(() => Int, { nullable: true, description: 'In kcal; null removes it.' })
  calories?: number | null;

  @Field(() => String, { nullable: true, description: 'https, or a path on this origin; null removes it.' })
  imageUrl?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'All groups from which guests choose with it, in this order, replacing those before.',
  })
  modifierGroupIds?: string[];

  @Field(() => String, { nullable: true, description: 'Which tax rules hold for it: a code of the tenant.' })
  taxClass?: string;

  @Field(() => [Channel], { nullable: true, description: 'How it can be ordered; empty for every way.' })
  channels?: Channel[];

  @Field(() => [ID], { nullable: true, description: 'The hours in which it is sold; empty for all.' })
  dayPartIds?: string[];
}

const description = z.union([z.tuple([]).transform((): Localized => ({})), localizedSchema(1_000)]);
const calories = z
  .number()
  .int()
  .min(0, 'Calories are not negative')
  .max(20_000, 'This is more calories than a portion can have');
const modifierGroupIds = z
  .array(z.string())
  .max(30, 'An item has at most 30 groups')
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each group once', params: { reason: 'TWICE' } });

export const createMenuItemSchema = z.object({
  id: z.uuid('An id is a UUID').nullish(),
  sectionId: z.string(),
  name: localizedSchema(120),
  description: description.nullish().transform((texts) => texts ?? {}),
  price: priceSchema,
  available: z.boolean(),
  allergens: allergensSchema.nullish().transform((list) => list ?? []),
  calories: calories.nullish().transform((value) => value ?? undefined),
  imageUrl: pictureSchema.nullish().transform((value) => value ?? undefined),
  modifierGroupIds: modifierGroupIds.nullish().transform((ids) => ids ?? []),
  taxClass: taxClassSchema.nullish().transform((code) => code ?? undefined),
});

/** null means "none" where a property can be without a value, and "left out" elsewhere. */
export const updateMenuItemSchema = z.object({
  version: z.number().int(),
  name: localizedSchema(120).nullish(),
  description: description.nullish(),
  price: priceSchema.nullish(),
  allergens: allergensSchema.nullish(),
  calories: calories.nullish(),
  imageUrl: pictureSchema.nullish(),
  modifierGroupIds: modifierGroupIds.nullish(),
  taxClass: taxClassSchema.nullish(),
  ...offerSchema,
});

export enum MenuChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  AVAILABILITY = 'AVAILABILITY',
  MOVED = 'MOVED',
  REMOVED = 'REMOVED',
}
registerEnumType(MenuChangeKind, {
  name: 'MenuChangeKind',
  valuesConfig: {
    AVAILABILITY: { description: 'Sold out, or available again.' },
    MOVED: { description: 'It moved, within its section or to another one.' },
    REMOVED: { description: 'Removed from the menu.' },
  },
});

@ObjectType({ implements: Change, description: 'An item was created, changed, moved or removed.' })
export class MenuChange extends Change {
  @Field(() => MenuChangeKind)
  kind!: MenuChangeKind;

  @Field(() => ID)
  itemId!: string;

  @Field(() => MenuItem, { nullable: true, description: 'Its current state; null if it is gone.' })
  item?: MenuItem;
}
