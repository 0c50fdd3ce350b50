import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { dateFormat } from '../../words/formats.ts';
import { leftBehind } from './left-behind.ts';

/** Says what waits on this device for a location to which nobody here may send it now. */
export function LeftBehind({ but }: { but?: string }) {
  const { t, i18n } = useTranslation();
  const moment = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' });
  return leftBehind(but).map(({ location, count, oldestAt }) => (
    <Alert
      key={location}
      role="status"
      color="yellow"
      icon={<Icon name="clock" />}
      title={t('device.left', { location, count })}
    >
      {t('device.leftText', { since: moment.format(oldestAt) })}
    </Alert>
  ));
}
