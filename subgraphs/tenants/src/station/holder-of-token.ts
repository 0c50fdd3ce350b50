import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { tokenHash } from '@mycelium/kit/token';
import { signedScopes, stationScopes } from '@mycelium/schema/permissions';
import type { Credential } from '../credential/credential.ts';
import { ViewerKind } from '../session/viewer.ts';
import { Membership } from '../user/membership.ts';
import { IDLE_MS, isUnderWay, Signing } from './signing.ts';
import { Station } from './station.ts';

/** The station that a token was made for, unless it was revoked. */
export async function holderOfStationToken(ctx: Context, token: string): Promise<Credential | undefined> {
  const station = await asSystem(ctx).findOne(Station, { tokenHash: tokenHash(token), revokedAt: null });
  if (!station) return undefined;
  return { ...credentialOf(station), scopes: stationScopes(station.kind) };
}

/** Who has signed in at a station with a PIN, as long as they are there; that they still are is noted. */
export async function holderOfPinToken(ctx: Context, token: string): Promise<Credential | undefined> {
  const em = asSystem(ctx);
  const signing = await em.findOne(Signing, { tokenHash: tokenHash(token) }, { populate: ['station'] });
  if (!signing || !isUnderWay(signing)) return undefined;
  const station = signing.station.getEntity();
  const personId = signing.user.id;
  const member = await em.findOne(Membership, { tenant: station.tenantId, user: personId });
  if (!member || station.revokedAt) return undefined;
  await em.execute('update tenants.signing set last_used_at = clock_timestamp() where id = ?', [signing.id]);
  return {
    ...credentialOf(station),
    scopes: signedScopes(station.kind, member.role),
    personId,
    sessionId: signing.id,
    expiresAt: new Date(Date.now() + IDLE_MS),
  };
}

function credentialOf({ id, tenantId, locationId }: Station): Omit<Credential, 'scopes'> {
  return { kind: ViewerKind.STATION, id, tenantId, locationId };
}
