import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { useThing } from '../../graph/use-thing.ts';
import { LeadToItem } from './LeadToItem.tsx';

const AtLocationPlaceDocument = graphql(`
  query AtLocationPlace($id: ID!) {
    menuItemAtLocation(id: $id) {
      id
      itemId
    }
  }
`);

/** Leads from what is different about an item at a location, which the log names, to the item. */
export function Component() {
  const { t } = useTranslation();
  const { atId = '' } = useParams();
  const asked = useThing(
    { query: AtLocationPlaceDocument, variables: { id: atId } },
    (data) => data.menuItemAtLocation,
  );
  return <LeadToItem asked={asked} title={t('at.title')} />;
}
