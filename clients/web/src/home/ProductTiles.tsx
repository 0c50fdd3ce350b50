import { useTranslation } from 'react-i18next';
import type { HealthTilesFragment, ServiceStatus, SyncStatus } from '../generated/graphql.ts';
import { Moment } from '../look/Moment.tsx';
import { type State, StateMark } from '../look/StateMark.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { useReasonText } from '../sync/reason-text.ts';
import classes from './Tile.module.css';
import { Tile } from './Tile.tsx';

const serviceStates: Record<ServiceStatus, State> = { ACTIVE: 'ok', PAUSED: 'attention', OFF: 'off' };
const syncStates: Record<SyncStatus, State> = {
  SUCCESS: 'ok',
  SYNCING: 'waiting',
  PENDING: 'waiting',
  ERROR: 'failed',
};

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
            {products.map(({ service: { id, product, status } }) => (
              <li key={id} className={classes.line}>
                {t(`product.${product}`)}
                <StateMark state={serviceStates[status]} word={t(`productState.${status}`)} />
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
                      <StateMark state={syncStates[sync.status]} word={t(`health.sync.${sync.status}`)} />
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
