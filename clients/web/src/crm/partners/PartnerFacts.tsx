import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Moment } from '../../look/Moment.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { PartnerState } from './PartnerState.tsx';
import type { Partner } from './partners.ts';
import { useRateText } from './use-rate-text.ts';

/** Who a partner is, what they get, and where their account is. */
export function PartnerFacts({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const rateText = useRateText();
  const { contact, status, ratePercent, affiliateAccountId, registeredAt, paidOut } = partner;
  const sums = paidOut.map((sum) => formatMoney(sum, localeOf(tenant)));
  return (
    <Facts>
      <Fact name={t('partners.contact')}>
        <Anchor component={Link} to={`/crm/contacts/${contact.id}`}>
          {contact.name}
        </Anchor>
      </Fact>
      <Fact name={t('partners.status')}>
        <PartnerState status={status} />
      </Fact>
      <Fact name={t('partners.rate')}>{rateText(ratePercent)}</Fact>
      <Fact name={t('partners.account')}>
        {affiliateAccountId ?? <StateMark state="waiting" word={t('partners.accountWaits')} />}
      </Fact>
      <Fact name={t('partners.registered')}>
        <Moment at={registeredAt} timeZone={tenant.timeZone} />
      </Fact>
      <Fact name={t('partners.paidOut')}>{sums.length > 0 ? sums.join(' · ') : t('partners.nothingPaid')}</Fact>
    </Facts>
  );
}
