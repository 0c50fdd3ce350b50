import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import type { Context } from '@mycelium/kit/context';
import { afterCommit } from '@mycelium/kit/transaction';
import { stationChanged } from '@mycelium/schema/subgraphs/tenants';
import { tellRevoked } from '../session/tell-revoked.ts';
import { User } from '../user/user.ts';
import { Station } from './station.ts';

/** Whoever does nothing for so long at a station is signed out. */
export const IDLE_MS = 5 * 60_000;

/** Somebody has signed in at a station with a PIN: a session of their own, short, and good for that station alone. */
@Index({ properties: ['station', 'endedAt'] })
@Entity({ ...ownedByTenant, tableName: 'signing' })
export class Signing extends TenantRow {
  @ManyToOne({ entity: () => Station, ref: true })
  station!: Ref<Station>;

  @ManyToOne({ entity: () => User, ref: true, index: true })
  user!: Ref<User>;

  /** SHA-256 of its token, hex. */
  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  lastUsedAt: Date = new Date();

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date;
}

/** Whether somebody is still there. */
export function isUnderWay(
  { endedAt, lastUsedAt }: Pick<Signing, 'endedAt' | 'lastUsedAt'>,
  now = Date.now(),
): boolean {
  return !endedAt && now - lastUsedAt.getTime() < IDLE_MS;
}

/** Ends what is under way at a station, or of a person in a tenant, at every gateway at once; answers how many there were. */
export async function endSignings(
  ctx: Context,
  whose: { stationId: string } | { userId: string; tenantId: string },
): Promise<number> {
  const where = 'stationId' in whose ? { station: whose.stationId } : { user: whose.userId, tenantId: whose.tenantId };
  const open = await ctx.em.find(Signing, { ...where, endedAt: null });
  for (const signing of open) {
    signing.endedAt = new Date();
    ctx.publish(stationChanged, { stationId: signing.station.id }, signing.tenantId);
    afterCommit(ctx, () => tellRevoked(ctx, signing.id));
  }
  return open.length;
}
