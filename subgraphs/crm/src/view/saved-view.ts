import { Embedded, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySideOrPlatform } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Actor } from '../actor/actor.ts';
import { SidedRow } from '../side/side.ts';

export enum CrmList {
  CONTACTS = 'CONTACTS',
  ACTIVITIES = 'ACTIVITIES',
  NOTES = 'NOTES',
  PARTNERS = 'PARTNERS',
  OPPORTUNITIES = 'OPPORTUNITIES',
  ACCOUNTS = 'ACCOUNTS',
}
registerEnumType(CrmList, {
  name: 'CrmList',
  description: 'A list of the CRM that can be looked at in several ways.',
  valuesConfig: {
    ACCOUNTS: { description: "Of all tenants: its views are the staff's, whichever tenant they work in." },
  },
});

// Without a key: by its id alone somebody's own view would be anybody's.
@ObjectType({ description: 'A way to look at a list, under a name: which rows, in which order, with which columns.' })
@Index({ properties: ['tenantId', 'list', 'position', 'id'] })
@Entity({ ...ownedBySideOrPlatform })
export class SavedView extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => CrmList)
  @Enum({ items: () => CrmList, type: 'string' })
  list!: CrmList;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    description:
      'What follows the ? in the address of the list: filter, order and columns. What it names may be gone by now; the list opens all the same.',
  })
  @Property({ type: 'text' })
  query!: string;

  @Field(() => Boolean, { description: 'Whether all colleagues see it, or its author alone.' })
  @Property({ type: 'boolean' })
  isShared!: boolean;

  @Field(() => Actor, { description: 'Who saved it.' })
  @Embedded({ entity: () => Actor })
  author!: Actor;

  @Field(() => Int, { description: 'The views of a list come in the order of these numbers.' })
  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of saved views.' })
export class SavedViewPage extends PageOf(SavedView) {}
