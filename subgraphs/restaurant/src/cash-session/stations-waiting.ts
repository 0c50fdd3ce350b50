import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import type { CashSession } from './cash-session.ts';

@ObjectType({ description: 'A till that has something which has not arrived here, or may have.' })
export class StationWaiting {
  @Field(() => ID)
  stationId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, {
    description:
      'How many of its writes that take cash in this session had not arrived when it was last heard of; of one that does not say which do, all of its writes.',
  })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of these has been waiting.' })
  waitingSince?: Date | null;

  @Field(() => [String], { description: 'Who took the cash that they are about.' })
  takenBy!: string[];

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
    id name kind status waiting waitingSince lastSeenAt signedIn { name } cashWaiting { sessionId waiting takenBy }
  } } } } }
}`;
const moment = z.coerce.date().nullable();
const stationSchema = z.object({
  ...{ id: z.string(), name: z.string(), kind: z.string(), status: z.string(), waiting: z.int() },
  ...{ waitingSince: moment, lastSeenAt: moment, signedIn: z.object({ name: z.string() }).nullable() },
  cashWaiting: z.array(z.object({ sessionId: z.string(), waiting: z.int(), takenBy: z.array(z.string()) })).nullable(),
});
const answerSchema = z.object({
  _entities: z.array(z.object({ stations: z.object({ edges: z.array(z.object({ node: stationSchema })) }) })).length(1),
});

/** The tills from which something of a cash session has not arrived, or which are silent, so that nobody knows. */
export async function stationsWaiting(
  { ask, call }: Context,
  { id: sessionId, locationId }: Pick<CashSession, 'id' | 'locationId'>,
): Promise<StationWaiting[]> {
  const { tenantId } = call.viewer;
  const context = { ...call, viewer: { kind: 'gateway' as const, id: 'tills', tenantId, scopes: ['station:read'] } };
  const variables = { tenants: [{ __typename: 'Tenant', id: tenantId }], at: locationId };
  const answer = await ask('tenants', { query: TILLS, variables }, context).catch((error) => {
    throw error instanceof Refused ? new Unavailable('The list of tills') : error;
  });
  return answerSchema
    .parse(answer)
    ._entities.flatMap(({ stations }) => stations.edges.map(({ node }) => node))
    .filter(({ kind }) => kind === 'TILL')
    .map(({ id, name, waitingSince, signedIn, status, lastSeenAt, ...till }) => ({
      ...{ stationId: id, name, ...ofSession(till, sessionId), waitingSince, signedIn: signedIn?.name ?? null },
      silentSince: status === 'OFFLINE' ? lastSeenAt : null,
    }))
    .filter(({ waiting, silentSince }) => waiting > 0 || silentSince);
}

/** What of a session waits at a till; one that does not say what takes cash may have it all of this session. */
function ofSession(
  { waiting, cashWaiting }: Pick<z.output<typeof stationSchema>, 'waiting' | 'cashWaiting'>,
  sessionId: string,
): Pick<StationWaiting, 'waiting' | 'takenBy'> {
  if (!cashWaiting) return { waiting, takenBy: [] };
  const own = cashWaiting.find((each) => each.sessionId === sessionId);
  return { waiting: own?.waiting ?? 0, takenBy: own?.takenBy ?? [] };
}
