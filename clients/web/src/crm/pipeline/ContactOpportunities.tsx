import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { OpportunityRow } from './OpportunityRow.tsx';
import { OpportunitiesDocument } from './opportunities.ts';

/** The open opportunities with a contact, by when they are expected to close. */
export function ContactOpportunities({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const opportunities = useLivePages({
    ask: (after) => ({
      query: OpportunitiesDocument,
      variables: { filter: { contact: contactId, open: true }, sort: 'EXPECTED_CLOSE' as const, first: 50, after },
    }),
    read: ({ viewer }) => viewer?.tenant?.opportunities,
  });
  return (
    <>
      {opportunities.nodes.length > 0 && (
        <Title order={3} size="h5">
          {t('pipeline.count')}
        </Title>
      )}
      <LivePages
        pages={opportunities}
        label={t('pipeline.count')}
        empty={null}
        row={(opportunity) => <OpportunityRow opportunity={opportunity} />}
      />
    </>
  );
}
