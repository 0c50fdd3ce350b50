import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { graphql } from '../../generated/gql.ts';
import { useThing } from '../../graph/use-thing.ts';
import { ThingPanel } from '../../look/ThingPanel.tsx';

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
  return (
    <ThingPanel
      asked={asked}
      name={t('area.menu')}
      titleOf={() => t('at.title')}
      icon="search"
      gone={{ title: t('item.goneTitle'), text: t('item.goneText') }}
      list="/menu"
    >
      {({ itemId }) => <Navigate to={`/menu/${itemId}`} replace />}
    </ThingPanel>
  );
}
