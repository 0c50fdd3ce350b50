import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';

@ObjectType({ description: 'A till that has something which has not arrived here, or may have.' })
export class StationWaiting {
  @Field(() => ID)
  stationId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'How many of its writes had not arrived when it was last heard of.' })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of these has been waiting.' })
  waitingSince?: Date | null;

  @Field(() => String, { nullable: true, description: 'Who is signed in there.' })
  signedIn?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it was last heard of, where it is silent now: what it took since then is not known. Null while it is not.',
  })
  silentSince?: Date | null;
}

const TILLS = `query ($tenants: [_Any!]!, $at: ID!) {
  _entities(representations: $tenants) { ... on Tenant { stations(first: 200, locationId: $at) { edges { node {
    id name kind status waiting waitingSince lastSeenAt signedIn { name }
  } } } } }
}`;
const moment = z.coerce.date().nullable();
const stationSchema = z.object({
  ...{ id: z.string(), name: z.string(), kind: z.string(), status: z.string(), waiting: z.int() },
  ...{ waitingSince: moment, lastSeenAt: moment, signedIn: z.object({ name: z.string() }).nullable() },
});
const answerSchema = z.object({
  _entities: z.array(z.object({ stations: z.object({ edges: z.array(z.object({ node: stationSchema })) }) })).length(1),
});

/** The tills of a location from which something has not arrived, or which are silent, so that nobody knows. */
export async function stationsWaiting({ ask, call }: Context, locationId: string): Promise<StationWaiting[]> {
  const { tenantId } = call.viewer;
  const context = { ...call, viewer: { kind: 'gateway' as const, id: 'tills', tenantId, scopes: ['station:read'] } };
  const variables = { tenants: [{ __typename: 'Tenant', id: tenantId }], at: locationId };
  const answer = await ask('tenants', { query: TILLS, variables }, context).catch((error) => {
    throw error instanceof Refused ? new Unavailable('The list of tills') : error;
  });
  return answerSchema
    .parse(answer)
    ._entities.flatMap(({ stations }) => stations.edges.map(({ node }) => node))
    .filter(({ kind, waiting, status }) => kind === 'TILL' && (waiting > 0 || status === 'OFFLINE'))
    .map(({ id, name, waiting, waitingSince, signedIn, status, lastSeenAt }) => ({
      ...{ stationId: id, name, waiting, waitingSince, signedIn: signedIn?.name ?? null },
      silentSince: status === 'OFFLINE' ? lastSeenAt : null,
    }));
}
