import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Unique } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { type Role, roleDescriptions, roles } from '@mycelium/schema/role';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Tenant } from '../tenant/tenant.ts';
import { User } from './user.ts';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [Name in Role]: Name };
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'The role of a person in a tenant; it decides what they may do.',
  valuesConfig: Object.fromEntries(roles.map((role) => [role, { description: roleDescriptions[role] }])),
});

@ObjectType({ description: 'Somebody works for a tenant, in a role.' })
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

  @Field(() => DateTime, { description: 'Since when.' })
  declare createdAt: Date;

  @Field(() => Int, { description: 'Pass it back when you change the role.' })
  declare version: number;
}

@ObjectType({ description: 'A page of the people of a tenant.' })
export class MembershipPage extends PageOf(Membership) {}

@InputType({ description: 'The role a person should have in the tenant.' })
export class UpdateMembershipInput {
  @Field(() => Int, { description: 'The version you have seen.' })
  version!: number;

  @Field(() => RoleEnum)
  role!: Role;
}

export const updateMembershipSchema = z.object({ version: z.number().int(), role: z.enum(roles) });

export const userIdsSchema = z.array(z.string()).max(200, 'At most 200 at once').nullish();
