import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf, read, unchanged } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { stationChanged } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DisplayStatus } from '../display/display.ts';
import { statusOf } from '../display/status.ts';
import { forgetWrongPins } from '../pin/try-pin.ts';
import { Location } from '../references.ts';
import { Tenant } from '../tenant/tenant.ts';
import { User } from '../user/user.ts';
import { leaveStation, StationSession, signWithPin } from './sign-in.ts';
import { isUnderWay, Signing } from './signing.ts';
import { SignedIn, Station, StationChange, StationPage, StationReportInput, UpdateStationInput } from './station.ts';
import { noteReport, revokeStation, updateStation } from './write-station.ts';

@Resolver(() => Station)
class StationResolver {
  @Allow('station:read')
  @Query(() => Station, { nullable: true, description: 'One station; null if the tenant has none with this id.' })
  station(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Station | undefined> {
    return find(ctx, Station, id);
  }

  @Allow('station:write')
  @Mutation(() => Station, { description: 'Renames a station.' })
  updateStation(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateStationInput) input: UpdateStationInput,
    @Ctx() ctx: Context,
  ): Promise<Station> {
    return updateStation(ctx, id, input);
  }

  @Allow('station:write')
  @Mutation(() => Station, {
    description: 'Unpairs a station: its token and that of who is signed in there stop working immediately.',
  })
  revokeStation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Station> {
    return revokeStation(ctx, id);
  }

  @Allow('station:write')
  @Mutation(() => Station, {
    description: 'Lets people sign in again at a station that too many wrong PINs have locked.',
  })
  async unlockStation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Station> {
    const station = await read(ctx, Station, id);
    return (await forgetWrongPins(ctx, { kind: 'station', id })) ? station : unchanged(ctx, station);
  }

  @Allow('station:self')
  @Unaudited('every station says so each 15 seconds')
  @Mutation(() => Station, { description: 'A heartbeat of a station; send it every 15 seconds.' })
  reportStation(
    @Arg('input', () => StationReportInput) input: StationReportInput,
    @Ctx() ctx: Context,
  ): Promise<Station> {
    return noteReport(ctx, input);
  }

  @Allow('station:self')
  @Mutation(() => StationSession, {
    description:
      'Signs a person in at the station that asks, until they leave or do nothing for a while. Refused with the reason PIN_WRONG, PIN_NOT_HERE (it belongs to another location) or PIN_OFF; after five wrong PINs within ten minutes RATE_LIMITED with the reason PIN_LOCKED, and the managers get a notice.',
  })
  signWithPin(@Arg('pin', () => String) pin: string, @Ctx() ctx: Context): Promise<StationSession> {
    return signWithPin(ctx, pin);
  }

  @Allow('station:self')
  @Mutation(() => Station, { description: 'Signs out whoever is signed in at the station that asks.' })
  leaveStation(@Ctx() ctx: Context): Promise<Station> {
    return leaveStation(ctx);
  }

  @Follow(
    () => StationChange,
    [stationChanged],
    'station:read',
    "Each time one of the tenant's stations changes; with `after`, starting with what happened since then.",
  )
  async stationChanged({ payload: { stationId } }: EventOf<typeof stationChanged>, ctx: Context) {
    return { stationId, station: await find(ctx, Station, stationId) };
  }

  @FieldResolver(() => DisplayStatus)
  status(@Root() station: Station): DisplayStatus {
    return statusOf(station, new Date());
  }

  @FieldResolver(() => Location, { description: 'Where it stands.' })
  location(@Root() { locationId }: Station): Location {
    return { id: locationId };
  }

  @FieldResolver(() => SignedIn, { nullable: true, description: 'Who is signed in there now.' })
  async signedIn(@Root() { id }: Station, @Ctx() ctx: Context): Promise<SignedIn | undefined> {
    const [last] = await ctx.em.find(Signing, { station: id, endedAt: null }, { orderBy: { id: 'desc' }, limit: 1 });
    if (!last || !isUnderWay(last)) return undefined;
    const [user] = await loadAll(systemOf(ctx), User, [last.user.id]);
    return user && { userId: user.id, name: user.name, since: last.createdAt };
  }
}

@Resolver(() => Tenant)
class TenantStationsResolver {
  @Allow('station:read')
  @FieldResolver(() => StationPage, {
    description: 'Its stations, oldest first; without unpaired ones unless requested.',
  })
  stations(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('revoked', () => Boolean, { defaultValue: false, description: 'Also those that were unpaired.' })
    revoked?: boolean,
    @Arg('locationId', () => ID, { nullable: true, description: 'Those of this location alone.' })
    locationId?: string | null,
  ): Promise<StationPage> {
    const where = {
      tenantId: tenant.id,
      ...(revoked ? {} : { revokedAt: null }),
      ...(locationId != null && { locationId: oneOf([locationId]) }),
    };
    return page(ctx, Station, where, { first, after });
  }
}

export const stationPart = part(Station, Signing, StationResolver, TenantStationsResolver);
