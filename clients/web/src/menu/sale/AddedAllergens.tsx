import { Fieldset, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Allergen } from '../../generated/graphql.ts';
import { useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import { addedAllergens } from './added-allergens.ts';
import type { Choosable, Sale } from './sale.ts';

interface AddedAllergensProps {
  own: readonly Allergen[];
  sale: Sale;
  tenant: Choosable;
}

/** What guests must be told of once they have chosen, and with which option; an order line has it by itself. */
export function AddedAllergens({ own, sale, tenant }: AddedAllergensProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const groupIds = sale.modifierGroups.map(({ id }) => id);
  const added = addedAllergens(own, groupIds, tenant.modifierGroups);
  if (added.length === 0) return null;
  return (
    <Fieldset variant="unstyled" legend={t('sale.addedAllergens')}>
      <Stack gap={0} mt="xs">
        {added.map(({ allergen, by }) => (
          <Text key={allergen} size="sm">
            <strong>{t(`allergen.${allergen}`)}</strong>
            {` · ${by.map(({ names }) => textIn(names, [i18n.language, ...languages])).join(', ')}`}
          </Text>
        ))}
      </Stack>
    </Fieldset>
  );
}
