import { Allow } from '@mycelium/kit/allow';
import { type Role, roleDescriptions, roles, scopesOf } from '@mycelium/schema/roles';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { RoleEnum } from '../user/membership.ts';

@ObjectType({ description: 'A role, and what it may do.' })
export class RoleGrant {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String)
  description!: string;

  @Field(() => [String], { description: 'Permissions, for example menu:write.' })
  scopes!: string[];
}

@Resolver()
export class RoleResolver {
  @Allow()
  @Query(() => [RoleGrant], {
    description: 'Every role and what it may do, so that an application can hide what would be refused.',
  })
  roles(): RoleGrant[] {
    return roles.map((role) => ({ role, description: roleDescriptions[role], scopes: scopesOf(role) }));
  }
}
