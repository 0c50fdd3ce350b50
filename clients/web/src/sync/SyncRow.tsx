import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { useReasonText } from './reason-text.ts';
import classes from './SyncRow.module.css';
import { SyncState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { useItemNames } from './use-item-names.ts';

/** The sync of a tenant's product; the whole row leads to its detail. */
export function SyncRow({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { syncId } = useParams();
  const { search } = useLocation();
  const { timeZone } = useTenant();
  const isPlatform = useMay('platform:admin');
  const reasonOf = useReasonText();
  const { id, product, tenant, lastSyncAt, lastError, reason, failing } = sync;
  const nameOf = useItemNames(failing !== null);
  return (
    <li className={`${list.row} ${classes.row}`} data-open={id === syncId || undefined}>
      <Link to={{ pathname: `/sync/${id}`, search }} className={list.name}>
        {t(`product.${product}`)}
        {isPlatform && <span className={classes.tenant}>{tenant.name}</span>}
      </Link>
      <span className={list.quiet}>
        {lastSyncAt ? (
          <>
            {t('sync.lastGood')} <Moment at={lastSyncAt} timeZone={timeZone} />
          </>
        ) : (
          t('sync.never')
        )}
      </span>
      <SyncState sync={sync} />
      {lastError && (
        <span className={classes.error}>
          {failing
            ? `${nameOf(failing)}: ${reasonOf(failing, product)}`
            : reasonOf({ reason, message: lastError }, product)}
        </span>
      )}
    </li>
  );
}
