import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { useReasonText } from './reason-text.ts';
import classes from './SyncList.module.css';
import { SyncState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { useItemNames } from './use-item-names.ts';

/** A row for each tenant and product; the whole row leads to its detail. */
export function SyncList({ syncs }: { syncs: Sync[] }) {
  const { t } = useTranslation();
  const { syncId } = useParams();
  const { search } = useLocation();
  const { timeZone } = useTenant();
  const isPlatform = useMay('platform:admin');
  const reasonOf = useReasonText();
  const nameOf = useItemNames(syncs.some(({ failing }) => failing !== null));
  return (
    <ul className={list.list} aria-label={t('area.sync')}>
      {syncs.map((sync) => (
        <li key={sync.id} className={`${list.row} ${classes.row}`} data-open={sync.id === syncId || undefined}>
          <Link to={{ pathname: `/sync/${sync.id}`, search }} className={list.name}>
            {t(`product.${sync.product}`)}
            {isPlatform && <span className={classes.tenant}>{sync.tenant.name}</span>}
          </Link>
          <span className={list.quiet}>
            {sync.lastSyncAt ? (
              <>
                {t('sync.lastGood')} <Moment at={sync.lastSyncAt} timeZone={timeZone} />
              </>
            ) : (
              t('sync.never')
            )}
          </span>
          <SyncState sync={sync} />
          {sync.lastError && (
            <span className={classes.error}>
              {sync.failing
                ? `${nameOf(sync.failing)}: ${reasonOf(sync.failing, sync.product)}`
                : reasonOf({ reason: sync.reason, message: sync.lastError }, sync.product)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
