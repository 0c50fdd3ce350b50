import { useTranslation } from 'react-i18next';
import type { HealthTilesFragment } from '../generated/graphql.ts';
import { Moment } from '../look/Moment.tsx';
import { ServiceState } from '../services/ServiceState.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { useReasonText } from '../sync/reason-text.ts';
import { SyncState } from '../sync/SyncState.tsx';
import classes from './Tile.module.css';
import { Tile } from './Tile.tsx';

/** The products of the tenant and their syncs, the worst first; each tile for those who may see it. */
export function ProductTiles({ health, onRetry }: { health: HealthTilesFragment | undefined; onRetry: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const reasonOf = useReasonText();
  const seesServices = useMay('service:read');
  const seesSyncs = useMay('sync:read');
  const products = health?.products ?? [];
  return (
    <>
      {seesServices && (
        <Tile title={t('health.services')} part={health?.services} onRetry={onRetry}>
          <ul className={classes.list}>
            {products.map(({ service }) => (
              <li key={service.id} className={classes.line}>
                {t(`product.${service.product}`)}
                <ServiceState service={service} />
              </li>
            ))}
          </ul>
        </Tile>
      )}
      {seesSyncs && (
        <Tile title={t('health.syncs')} part={health?.syncs} onRetry={onRetry}>
          <ul className={classes.list}>
            {products.map(
              ({ service, sync }) =>
                sync && (
                  <li key={sync.id}>
                    <span className={classes.line}>
                      {t(`product.${service.product}`)}
                      <SyncState sync={{ ...sync, service }} />
                    </span>
                    <span className={classes.quiet}>
                      {sync.lastSyncAt ? (
                        <>
                          {t('health.lastSync')} <Moment at={sync.lastSyncAt} timeZone={timeZone} />
                        </>
                      ) : (
                        t('health.neverSynced')
                      )}
                      {sync.lastError &&
                        ` · ${reasonOf({ reason: sync.reason, message: sync.lastError }, service.product)}`}
                    </span>
                  </li>
                ),
            )}
          </ul>
        </Tile>
      )}
    </>
  );
}
