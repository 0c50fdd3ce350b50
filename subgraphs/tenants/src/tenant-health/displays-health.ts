import type { Context } from '@mycelium/kit/context';
import { type HealthPart, partOf } from '@mycelium/kit/health-part';
import { HealthCode, HealthStatus } from '@mycelium/kit/health-status';
import { SILENCE_MS } from '../display/status.ts';

interface Counts {
  screens: number;
  silent: number;
  since: Date | null;
}

/** Whether the tenant's screens, but for those revoked, say that they are alive. */
export async function displaysHealth({ em }: Context, tenantId: string): Promise<HealthPart> {
  const [row] = await em.execute<Counts[]>(
    `select count(*)::int as screens, count(*) filter (where silent)::int as silent,
            min(coalesce(last_seen_at, paired_at)) filter (where silent) as since
     from (select *, last_seen_at is null or last_seen_at <= ? as silent from tenants.display
           where tenant_id = ? and revoked_at is null) as display`,
    [new Date(Date.now() - SILENCE_MS), tenantId],
  );
  return screensHealth(row ?? { screens: 0, silent: 0, since: null });
}

/** The health of screens: a silent one degrades it; it is down when all are silent, since guests then see nothing. */
export function screensHealth({ screens, silent, since }: Counts): HealthPart {
  if (screens === 0) return partOf(HealthStatus.OK, HealthCode.NO_SCREENS);
  if (silent === 0) return partOf(HealthStatus.OK, HealthCode.SCREENS_ONLINE, { screens });
  const status = silent === screens ? HealthStatus.DOWN : HealthStatus.DEGRADED;
  return partOf(status, HealthCode.SCREENS_OFFLINE, { offline: silent, screens }, since);
}
