import { Collection } from '@mikro-orm/core';
import { Entity, Enum, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { nameOf } from '@mycelium/kit/name';
import { noTwice } from '@mycelium/kit/no-twice';
import { PageOf } from '@mycelium/kit/page';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Display } from '../display/display.ts';

export enum SoldOutStyle {
  GREY = 'GREY',
  HIDE = 'HIDE',
}
registerEnumType(SoldOutStyle, {
  name: 'SoldOutStyle',
  description: 'What a board does with sold-out items.',
  valuesConfig: {
    GREY: { description: 'It stays, greyed out and marked as sold out.' },
    HIDE: { description: 'It is hidden until it is available again.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'What screens show: sections of a menu and how they look. It never contains copies of prices.',
})
@Entity({ ...ownedByTenant })
export class MenuBoard extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => [ID], { description: 'The sections it shows, in order.' })
  @Property({ type: 'array', columnType: 'uuid[]' })
  sectionIds!: string[];

  @Field(() => Int, { description: 'Columns on a landscape screen, 1 to 6.' })
  @Property({ type: 'integer', default: 3 })
  columns = 3;

  @Field(() => SoldOutStyle)
  @Enum({ items: () => SoldOutStyle, type: 'string', default: SoldOutStyle.GREY })
  soldOut: SoldOutStyle = SoldOutStyle.GREY;

  @Field(() => [String], { description: 'The languages shown (BCP 47), the first one larger.' })
  @Property({ type: 'array', columnType: 'text[]' })
  languages!: string[];

  @Field(() => Boolean)
  @Property({ type: 'boolean', default: false })
  showCalories = false;

  @Field(() => Boolean)
  @Property({ type: 'boolean', default: true })
  showAllergens = true;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @OneToMany({ entity: () => Display, mappedBy: 'board' })
  displays = new Collection<Display>(this);
}

@ObjectType({ description: 'A page of boards.' })
export class MenuBoardPage extends PageOf(MenuBoard) {}

@InputType({ description: 'A new board.' })
export class CreateMenuBoardInput {
  @Field(() => String, { description: 'At most 80 characters.' })
  name!: string;

  @Field(() => [ID], { description: 'In the order in which they are shown.' })
  sectionIds!: string[];

  @Field(() => Int, { defaultValue: 3, description: '1 to 6.' })
  columns!: number;

  @Field(() => SoldOutStyle, { defaultValue: SoldOutStyle.GREY })
  soldOut!: SoldOutStyle;

  @Field(() => [String], { nullable: true, description: "One or two; leave out for the tenant's own." })
  languages?: string[];

  @Field(() => Boolean, { defaultValue: false })
  showCalories!: boolean;

  @Field(() => Boolean, { defaultValue: true })
  showAllergens!: boolean;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateMenuBoardInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => [ID], { nullable: true })
  sectionIds?: string[];

  @Field(() => Int, { nullable: true })
  columns?: number;

  @Field(() => SoldOutStyle, { nullable: true })
  soldOut?: SoldOutStyle;

  @Field(() => [String], { nullable: true })
  languages?: string[];

  @Field(() => Boolean, { nullable: true })
  showCalories?: boolean;

  @Field(() => Boolean, { nullable: true })
  showAllergens?: boolean;
}

const look = {
  name: nameOf(80, 'Give the board a name'),
  sectionIds: z
    .array(z.uuid('The id of a section is a UUID').toLowerCase())
    .max(60, 'A board shows at most 60 sections')
    .superRefine(noTwice('A board shows a section once')),
  columns: z.number().int().min(1, 'A board has 1 to 6 columns').max(6, 'A board has 1 to 6 columns'),
  soldOut: z.enum(SoldOutStyle),
  languages: z
    .array(z.string().max(35).refine(isLanguage, 'This is not a language; use a BCP 47 tag, for example es'))
    .min(1, 'A board has one or two languages')
    .max(2, 'A board has one or two languages')
    .superRefine(noTwice('A board speaks a language once')),
  showCalories: z.boolean(),
  showAllergens: z.boolean(),
};

/** Screens write prices and words by it, and would stand still at a tag that is none. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const createMenuBoardSchema = z.object({ ...look, languages: look.languages.nullish() });
export const updateMenuBoardSchema = z.object({
  version: z.number().int(),
  name: look.name.nullish(),
  sectionIds: look.sectionIds.nullish(),
  columns: look.columns.nullish(),
  soldOut: look.soldOut.nullish(),
  languages: look.languages.nullish(),
  showCalories: look.showCalories.nullish(),
  showAllergens: look.showAllergens.nullish(),
});

export enum MenuBoardChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(MenuBoardChangeKind, { name: 'MenuBoardChangeKind' });

@ObjectType({ implements: Change, description: 'A board was created, changed or removed.' })
export class MenuBoardChange extends Change {
  @Field(() => MenuBoardChangeKind)
  kind!: MenuBoardChangeKind;

  @Field(() => ID)
  boardId!: string;

  @Field(() => MenuBoard, { nullable: true, description: 'Its current state; null if it is gone.' })
  board?: MenuBoard;
}
