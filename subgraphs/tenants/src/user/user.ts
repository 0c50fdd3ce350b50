import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person who can log in.' })
@Entity({ ...ownedBySystem })
export class User extends Row {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text', unique: true })
  email!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  passwordHash!: string;

  /** The platform's own staff, who may work for any tenant. */
  @Property({ type: 'boolean', default: false })
  isPlatformAdmin = false;
}
