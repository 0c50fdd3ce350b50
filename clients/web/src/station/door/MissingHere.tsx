import { Alert, Anchor, Text } from '@mantine/core';
import { missingHere } from '@mycelium/client-kit/outbox/missing-here';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';

/** With it the server gets a certificate of the house: the README says how, under this heading. */
const MKCERT = 'https://github.com/FiloSottile/mkcert';
const HEADING = 'How do I open a till in the house';

/** What this browser keeps from a page over plain http, and what to do about it; nothing over https. */
export function MissingHere() {
  const { t } = useTranslation();
  const missing = missingHere();
  if (missing.length === 0) return null;
  return (
    <Alert role="note" color="yellow" icon={<Icon name="alert" />} title={t('device.missing.title')}>
      <ul>
        {missing.map((each) => (
          <li key={each}>{t(`device.missing.${each}`)}</li>
        ))}
      </ul>
      <Text size="sm">
        {t('device.missing.how', { heading: HEADING })} <Anchor href={MKCERT}>mkcert</Anchor>
      </Text>
    </Alert>
  );
}
