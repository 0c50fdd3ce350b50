import { Chip, Fieldset, Group } from '@mantine/core';
import { allergenNames } from '@mycelium/schema/allergens';
import { useTranslation } from 'react-i18next';
import type { Allergen } from '../generated/graphql.ts';
import { Mistake } from '../look/Mistake.tsx';
import { inOrder } from './item-draft.ts';

interface AllergenFieldProps {
  legend: string;
  value: readonly Allergen[];
  mistake: string | undefined;
  isReadOnly?: boolean;
  onChange: (allergens: Allergen[]) => void;
}

/** What must be declared to guests. */
export function AllergenField({ legend, value, mistake, isReadOnly = false, onChange }: AllergenFieldProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={legend} variant="unstyled" disabled={isReadOnly}>
      <Chip.Group multiple value={[...value]} onChange={(chosen: string[]) => onChange(inOrder(chosen))}>
        <Group gap="sm" mt="sm">
          {inOrder(Object.keys(allergenNames.en)).map((name) => (
            <Chip key={name} value={name} size="sm">
              {t(`allergen.${name}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Mistake>{mistake}</Mistake>
    </Fieldset>
  );
}
