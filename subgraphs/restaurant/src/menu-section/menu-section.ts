import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { type Localized, LocalizedTextInput, localizedSchema } from '../localized.ts';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { offerSchema } from './offer.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A part of a menu: tacos, drinks, desserts.' })
@Entity({ ...ownedByTenant })
export class MenuSection extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Property({ type: 'integer', default: 0 })
  position = 0;

  @Field(() => [Channel], { description: 'How its items can be ordered; empty for every way.' })
  @Property({ type: 'array', columnType: 'text[]', default: [] })
  channels: Channel[] = [];

  /** The ids of the hours in which its items are sold; empty for all. */
  @Property({ type: 'array', columnType: 'uuid[]', default: [] })
  dayParts: string[] = [];

  /** A removed section stays as a tombstone. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @ManyToOne({ entity: () => Menu, ref: true, index: true })
  menu!: Ref<Menu>;

  @OneToMany({ entity: () => MenuItem, mappedBy: 'section' })
  items = new Collection<MenuItem>(this);
}

@InputType({ description: 'A new section, placed last.' })
export class CreateMenuSectionInput {
  @Field(() => ID)
  menuId!: string;

  @Field(() => [LocalizedTextInput], { description: 'In at least one language, at most 80 characters each.' })
  name!: LocalizedTextInput[];
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateMenuSectionInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the name, replacing those before.',
  })
  name?: LocalizedTextInput[];

  @Field(() => [Channel], { nullable: true, description: 'How its items can be ordered; empty for every way.' })
  channels?: Channel[];

  @Field(() => [ID], { nullable: true, description: 'The hours in which its items are sold; empty for all.' })
  dayPartIds?: string[];
}

export const createMenuSectionSchema = z.object({ menuId: z.string(), name: localizedSchema(80) });
export const updateMenuSectionSchema = z.object({
  version: z.number().int(),
  name: localizedSchema(80).nullish(),
  ...offerSchema,
});

export enum MenuSectionChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(MenuSectionChangeKind, { name: 'MenuSectionChangeKind' });

@ObjectType({ implements: Change, description: 'A section was created, renamed, moved or removed.' })
export class MenuSectionChange extends Change {
  @Field(() => MenuSectionChangeKind)
  kind!: MenuSectionChangeKind;

  @Field(() => ID)
  sectionId!: string;

  @Field(() => MenuSection, { nullable: true, description: 'Its current state; null if it is gone.' })
  section?: MenuSection;
}
