import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../look/PageHead.tsx';
import { useViewer } from '../session/viewer.tsx';
import classes from './AccountPage.module.css';
import { ChangePassword } from './ChangePassword.tsx';
import { OwnPin } from './OwnPin.tsx';
import { Preferences } from './Preferences.tsx';
import { Sessions } from './Sessions.tsx';

/** What belongs to the person, whatever tenant they work for: where they are logged in, the password, the language, the time zone and the e-mails. */
export function Component() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <>
      <PageHead title={t('account.title')} />
      <Text mb="lg" c="var(--quiet)">
        {viewer.user?.name} · {viewer.user?.email}
      </Text>
      <div className={classes.parts}>
        <Sessions />
        <Stack gap="xl">
          <ChangePassword />
          <OwnPin />
          <Preferences />
        </Stack>
      </div>
    </>
  );
}
