import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Where notices appear, as a region of its own. */
export function Notices() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('shell.notices')}>
      <Notifications position="bottom-center" withinPortal={false} />
    </section>
  );
}
