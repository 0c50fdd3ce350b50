import type { SubgraphName } from '@mycelium/schema/roster';
import { DateTime } from '@mycelium/schema/scalars';
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { Allow } from './allow.ts';
import { systemOf } from './as-system.ts';
import type { Context } from './context.ts';
import { oneOf } from './crud.ts';
import { parseInput } from './input.ts';
import { type Part, part } from './part.ts';

/** So many tenants are asked about at once. */
const MOST_TENANTS = 200;

/** That something is not well with a tenant: what, how much, since when, and where its rows are. */
export interface Sign {
  tenantId: string;
  /** Understood by whoever looks after the tenants; what they do not know yet counts for nothing. */
  code: string;
  /** What it is called, where it is one thing. */
  name?: string | undefined;
  count?: number | undefined;
  since?: Date | undefined;
  /** In the console of that tenant. */
  path: string;
}

/** What is not well with these tenants, in as many statements for many as for one; a unit of work that sees all of them. */
export type ReadSigns = (ctx: Context, tenantIds: readonly string[]) => Promise<readonly Sign[]>;

const idsSchema = z.array(z.string()).max(MOST_TENANTS, `At most ${MOST_TENANTS} tenants can be asked about at once`);

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'That something is not well with a tenant.' })
class TenantSign implements Sign {
  @Field(() => ID)
  tenantId!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true, description: 'What it is called, if it is one thing.' })
  name?: string;

  @Field(() => Int, { nullable: true })
  count?: number;

  @Field(() => DateTime, { nullable: true })
  since?: Date;

  @Field(() => String, { description: "Where its rows are, in the tenant's console." })
  path!: string;
}

const readers = new Map<SubgraphName, Part>();

/** Every subgraph answers for its own things, and those that have nothing to say with nothing: so whoever asks knows none of them by name. */
export function signsPart(name: SubgraphName, read: ReadSigns = async () => []): Part {
  const known = readers.get(name);
  if (known) return known;

  @Resolver()
  class TenantSignsResolver {
    @Allow('gateway')
    @Directive('@shareable')
    @Directive('@inaccessible')
    @Query(() => [TenantSign], { description: 'What is not well with these tenants; asked by who looks after them.' })
    async tenantSigns(
      @Arg('tenantIds', () => [ID]) tenantIds: string[],
      @Ctx() ctx: Context,
    ): Promise<readonly Sign[]> {
      const { $in: ids } = oneOf(parseInput(idsSchema, tenantIds, ['tenantIds']));
      return ids.length > 0 ? read(systemOf(ctx), ids) : [];
    }
  }
  const made = part(TenantSign, TenantSignsResolver);
  readers.set(name, made);
  return made;
}
