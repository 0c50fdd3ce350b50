import { LockMode } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { create, unchanged } from '@mycelium/kit/crud';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { signedScopes } from '@mycelium/schema/permissions';
import { DateTime } from '@mycelium/schema/scalars';
import { stationChanged } from '@mycelium/schema/subgraphs/tenants';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { tryPin } from '../pin/try-pin.ts';
import { User } from '../user/user.ts';
import { endSignings, IDLE_MS, Signing } from './signing.ts';
import { Station } from './station.ts';
import { ownStation } from './write-station.ts';

/** With this every token of somebody who is signed in at a station begins. */
export const PIN_TOKEN = 'gg_pin_';

@ObjectType({ description: 'Somebody is signed in at a station.' })
export class StationSession {
  @Field(() => String, {
    description:
      'Send it as `Authorization: Bearer …` with what this person does; what the station does by itself, such as following orders, goes with its own token.',
  })
  token!: string;

  @Field(() => DateTime, { description: 'When it ends unless it is used; each use moves this on.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'After so many seconds without use the person is signed out.' })
  idleSeconds!: number;

  @Field(() => ID)
  userId!: string;

  @Field(() => String, { description: 'What the person is called.' })
  name!: string;

  @Field(() => [String], { description: 'What this person may do here: what both their role and the station may.' })
  scopes!: string[];
}

/** Signs the holder of a PIN in at the station that asks; whoever was signed in there before is signed out. */
export async function signWithPin(ctx: Context, pin: string): Promise<StationSession> {
  const { id, locationId, kind } = await ownStation(ctx);
  const { userId, name, role } = await tryPin(ctx, { locationId, pin, action: 'signWithPin' });
  // Of two who sign in at once, the later one is there in the end.
  await ctx.em.findOneOrFail(Station, { id, revokedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await endSignings(ctx, { stationId: id });
  const token = newToken(PIN_TOKEN);
  create(ctx, Signing, { station: id, user: ctx.em.getReference(User, userId), tokenHash: tokenHash(token) });
  ctx.publish(stationChanged, { stationId: id });
  record(ctx, {
    ...{ action: 'signWithPin', kind: 'SUCCEEDED', noun: 'Station', nounId: id },
    actor: { kind: 'station', id, personId: userId },
    insteadOf: ['Signing'],
  });
  const expiresAt = new Date(Date.now() + IDLE_MS);
  return { token, expiresAt, idleSeconds: IDLE_MS / 1_000, userId, name, scopes: signedScopes(kind, role) };
}

/** Signs out whoever is signed in at the station that asks. */
export async function leaveStation(ctx: Context): Promise<Station> {
  const station = await ownStation(ctx);
  const ended = await endSignings(ctx, { stationId: station.id });
  return ended > 0 ? station : unchanged(ctx, station);
}
