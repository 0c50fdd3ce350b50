import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { scopesOf } from '@mycelium/schema/permissions';
import { type Role, roleDescriptions, roles } from '@mycelium/schema/role';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { mayGrant } from '../user/grant.ts';
import { RoleEnum } from '../user/membership.ts';

@ObjectType({ description: 'A role, and what it may do.' })
export class RoleGrant {
  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String)
  description!: string;

  @Field(() => [String], { description: 'Permissions, for example menu:write.' })
  scopes!: string[];

  @Field(() => Boolean, {
    description: 'Whether you may assign and remove it: nobody can give permissions they do not have.',
  })
  grantable!: boolean;
}

@Resolver()
class RoleResolver {
  @Allow()
  @Query(() => [RoleGrant], {
    description: 'Every role and what it may do, so that an application can hide what would be refused.',
  })
  roles(@Ctx() { viewer }: Context): RoleGrant[] {
    const mayWrite = viewer.scopes.includes('people:write');
    return roles.map((role) => ({
      role,
      description: roleDescriptions[role],
      scopes: scopesOf(role),
      grantable: mayWrite && mayGrant(viewer.role, role),
    }));
  }
}

export const rolePart = part(RoleResolver);
