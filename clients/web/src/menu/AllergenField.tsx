import { allergenNames } from '@mycelium/schema/allergens';
import { useTranslation } from 'react-i18next';
import type { Allergen } from '../generated/graphql.ts';
import { ChipsField } from '../look/ChipsField.tsx';
import { inOrder } from './item-draft.ts';

interface AllergenFieldProps {
  legend: string;
  value: readonly Allergen[];
  mistake: string | undefined;
  isReadOnly?: boolean;
  onChange: (allergens: Allergen[]) => void;
}

const all = inOrder(Object.keys(allergenNames.en));

/** What must be declared to guests. */
export function AllergenField({ legend, value, mistake, isReadOnly = false, onChange }: AllergenFieldProps) {
  const { t } = useTranslation();
  return (
    <ChipsField
      legend={legend}
      options={all.map((name) => ({ value: name, label: t(`allergen.${name}`) }))}
      chosen={value}
      mistake={mistake}
      isOff={isReadOnly}
      onChange={onChange}
    />
  );
}
