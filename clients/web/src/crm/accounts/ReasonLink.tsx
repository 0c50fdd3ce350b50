import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHref } from 'react-router';
import { Moment } from '../../look/Moment.tsx';
import { useTenant } from '../../session/viewer.tsx';
import classes from './Accounts.module.css';
import type { Reason } from './accounts.ts';
import { reasonText } from './reason-text.ts';
import { useWorkFor } from './use-work-for.ts';

/** After so long what was known of a reason may be so no longer. */
const OLD_MS = 15 * 60_000;

/** Why an account is not well; one click leads to its rows, in the console of that tenant. */
export function ReasonLink({ tenantId, reason }: { tenantId: string; reason: Reason }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const workFor = useWorkFor();
  const href = useHref(reason.path);
  const isOld = Date.now() - new Date(reason.asOf).getTime() > OLD_MS;
  return (
    <li className={classes.reason}>
      <Anchor
        href={href}
        className={classes.reasonLink}
        onClick={(event) => {
          event.preventDefault();
          void workFor(tenantId, reason.path);
        }}
      >
        {reasonText(reason)}
      </Anchor>
      {isOld && (
        <Text span size="sm" c="var(--quiet)">
          · {t('accounts.asOf')} <Moment at={reason.asOf} timeZone={timeZone} />
        </Text>
      )}
    </li>
  );
}
