import { Button, Group as Row, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { MadeAtDocument, type Maker, makersOf } from './made-at.ts';

/** At which stations of a location's kitchen an item is made; nothing where it has none. */
export function MadeAt({ item, locationId }: { item: { id: string; sectionId: string }; locationId: string }) {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: MadeAtDocument, variables: { locationId } });
  const makers = makersOf(data?.location?.kitchenStations ?? [], item);
  if (makers.length === 0) return null;
  const waysOf = ({ ways }: Maker) => ways.map((way) => t(`channel.${way}`)).join(', ');
  return (
    <Row gap="xs">
      <Text size="sm">{t('at.madeAt')}</Text>
      {makers.map((maker) => (
        <Button key={maker.id} component={Link} to={`/kitchens/${maker.id}`} variant="subtle" size="compact-sm">
          {maker.name}
          {maker.ways.length > 0 && ` (${waysOf(maker)})`}
        </Button>
      ))}
    </Row>
  );
}
