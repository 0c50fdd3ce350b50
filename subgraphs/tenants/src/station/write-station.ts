import type { Context } from '@mycelium/kit/context';
import { change, read, unchanged, update } from '@mycelium/kit/crud';
import { Unauthenticated } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { stationChanged } from '@mycelium/schema/subgraphs/tenants';
import { SILENCE_MS } from '../display/status.ts';
import { tellRevoked } from '../session/tell-revoked.ts';
import { endSignings } from './signing.ts';
import {
  Station,
  type StationReportInput,
  stationReportSchema,
  type UpdateStationInput,
  updateStationSchema,
} from './station.ts';

/** The station that asks; throws Unauthenticated for everybody else, and for one that was revoked meanwhile. */
export async function ownStation(ctx: Context): Promise<Station> {
  const { kind, id } = ctx.viewer;
  const station = kind === 'station' ? await ctx.em.findOne(Station, { id, revokedAt: null }) : undefined;
  if (!station) throw new Unauthenticated('Only a paired station can do this.');
  return station;
}

/** Renames a station. */
export async function updateStation(ctx: Context, id: string, input: UpdateStationInput): Promise<Station> {
  const { version, name } = parseInput(updateStationSchema, input);
  return update(ctx, Station, { id, version }, { name }, () => ctx.publish(stationChanged, { stationId: id }));
}

/** Takes a station's token away, and that of who is signed in there, at once and for good. */
export async function revokeStation(ctx: Context, id: string): Promise<Station> {
  const station = await read(ctx, Station, id);
  if (station.revokedAt) return unchanged(ctx, station);
  await endSignings(ctx, { stationId: id });
  await change(ctx, station, { revokedAt: new Date() });
  ctx.publish(stationChanged, { stationId: id });
  afterCommit(ctx, () => tellRevoked(ctx, id));
  return station;
}

/** Notes that a station is alive, and what waits there. Its version stays, so that a change of its name is not refused. */
export async function noteReport(ctx: Context, input: StationReportInput): Promise<Station> {
  const { appVersion, isSecure, waiting, waitingSince, cashWaiting } = parseInput(stationReportSchema, input);
  const station = await ownStation(ctx);
  const [before] = await ctx.em.execute<{ last_seen_at: string | null; waiting: number }[]>(
    `with before as (select id, last_seen_at, waiting from tenants.station where id = ? for update)
     update tenants.station set app_version = ?, is_secure = ?, waiting = ?, waiting_since = ?, cash_waiting = ?::jsonb, last_seen_at = clock_timestamp()
     from before where station.id = before.id returning before.last_seen_at, before.waiting`,
    [station.id, appVersion, isSecure, waiting, waitingSince ?? null, cashWaiting ? JSON.stringify(cashWaiting) : null],
  );
  await ctx.em.refresh(station);
  const wasAway = !before?.last_seen_at || Date.now() - new Date(before.last_seen_at).getTime() > SILENCE_MS;
  if (wasAway || before.waiting > 0 !== waiting > 0) ctx.publish(stationChanged, { stationId: station.id });
  return station;
}
