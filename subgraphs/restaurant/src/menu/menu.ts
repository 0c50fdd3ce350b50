import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Localized } from '../localized.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a restaurant offers, in sections.' })
@Entity({ ...ownedByTenant })
export class Menu extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Property({ type: 'integer', default: 0 })
  position = 0;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;

  @ManyToOne({ entity: () => Restaurant, ref: true, index: true })
  restaurant!: Ref<Restaurant>;

  @OneToMany({ entity: () => MenuSection, mappedBy: 'menu' })
  sections = new Collection<MenuSection>(this);
}
