import { Alert } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { useTenant } from '../session/viewer.tsx';
import { dateFormat, machineZone } from '../words/formats.ts';
import { heldBack } from './held-back.ts';
import type { Sync } from './sync.ts';

/** Says that the connection to the product is not used at the moment, why, and until when. */
export function ConnectionHeld({ sync }: { sync: Pick<Sync, 'connection' | 'product'> }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const held = heldBack(sync.connection, now);
  if (!held) return null;
  const isElsewhere = machineZone() !== timeZone;
  const moment = dateFormat(i18n.language, {
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone },
    ...(isElsewhere && { timeZoneName: 'short' }),
  });
  const product = t(`product.${sync.product}`);
  const until = 'until' in held ? moment.format(new Date(held.until)) : '';
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<Icon name="alert" />}
      title={t('heldBack.title', { product })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {t(`heldBack.${held.why}`, { product, until })}
    </Alert>
  );
}
