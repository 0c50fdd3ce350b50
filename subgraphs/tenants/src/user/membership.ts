import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { type Role, roles } from '@mycelium/schema/roles';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Tenant } from '../tenant/tenant.ts';
import { User } from './user.ts';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [Name in Role]: Name };
registerEnumType(RoleEnum, { name: 'Role', description: 'What a person is to a tenant; it decides what they may do.' });

@ObjectType({ description: 'A person works for a tenant, in a role.' })
@Unique({ properties: ['user', 'tenant'] })
@Entity({ ...ownedByTenant })
export class Membership extends Row {
  @Field(() => ID)
  declare id: string;

  @Field(() => RoleEnum)
  @Enum({ items: () => [...roles], type: 'string' })
  role!: Role;

  @ManyToOne({ entity: () => Tenant, ref: true, index: true })
  tenant!: Ref<Tenant>;

  @ManyToOne({ entity: () => User, ref: true, index: true })
  user!: Ref<User>;
}
