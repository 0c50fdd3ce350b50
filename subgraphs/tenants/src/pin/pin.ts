import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { User } from '../user/user.ts';

@ObjectType({ description: 'That a person has a PIN at a location; the PIN itself nobody can read.' })
@Unique({ properties: ['locationId', 'user'] })
@Unique({ properties: ['locationId', 'hash'] })
@Entity({ ...ownedByTenant })
export class Pin extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @ManyToOne({ entity: () => User, ref: true, index: true })
  user!: Ref<User>;

  /** Of the restaurant subgraph. */
  @Property({ type: 'uuid' })
  locationId!: string;

  /** See `hash-pin.ts`: the same for the same PIN, within a tenant. */
  @Property({ type: 'text' })
  hash!: string;

  @Field(() => DateTime, { description: 'When it was last set.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  setAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it has been off, after a security alert; a manager can reset it.',
  })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  offAt?: Date | null;
}

/** What a tenant's PINs are hashed with, beside themselves: so few digits are soon tried by whoever has the hashes, and the secret of the installation is not in the database. */
@Entity({ ...ownedByTenant, tableName: 'pin_pepper' })
@Unique({ properties: ['tenantId'] })
export class PinPepper extends TenantRow {
  /** 32 random bytes in base64url; sealed, and again when the secret is changed, so that the PINs stay valid. */
  @Sealed()
  @Property({ type: 'text' })
  pepper!: string;
}

@ObjectType({ description: 'A PIN that was reset.' })
export class NewPin {
  @Field(() => String, { description: 'Hand it to the person, who can choose another one. It is never shown again.' })
  pin!: string;

  @Field(() => Pin)
  holding!: Pin;
}

@ObjectType({ description: 'Whose PIN it is, for other subgraphs.' })
export class PinHolder {
  @Field(() => ID)
  userId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String], { description: 'What this person may do, wherever they are.' })
  scopes!: string[];
}
