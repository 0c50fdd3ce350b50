import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ContactOpportunities } from '../pipeline/ContactOpportunities.tsx';
import { SubjectStory } from '../SubjectStory.tsx';
import type { ContactCard } from './contacts.ts';

/** What is to be done about a contact, what was written down, whether they are a partner, and what is open with them. */
export function ContactStory({ contact: { id, side, partner } }: { contact: ContactCard }) {
  const { t } = useTranslation();
  return (
    <SubjectStory
      kind="CONTACT"
      id={id}
      beside={
        side === 'TENANT' &&
        !partner && (
          <Button component={Link} to={`/crm/partners/new?contact=${id}`} variant="default" size="sm">
            {t('partners.begin')}
          </Button>
        )
      }
    >
      {partner && (
        <Text size="sm">
          {t('contacts.isPartner')} <Link to={`/crm/partners/${partner.id}`}>{t('partners.toPartner')}</Link>
        </Text>
      )}
      <ContactOpportunities contactId={id} />
    </SubjectStory>
  );
}
