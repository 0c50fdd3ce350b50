import { useTranslation } from 'react-i18next';
import { ChipsField } from '../../look/ChipsField.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { type Localized, textIn } from '../../words/text-in.ts';

interface SoldHoursProps {
  /** All that there are. */
  hours: readonly { id: string; names: readonly Localized[] }[];
  chosen: readonly { id: string }[];
  hint: string;
  isOff: boolean;
  onChange: (ids: string[]) => void;
}

/** In which hours something is sold; nothing where the business has none. */
export function SoldHours({ hours, chosen, ...props }: SoldHoursProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  if (hours.length === 0) return null;
  const options = hours.map(({ id, names }) => ({ value: id, label: textIn(names, [i18n.language, ...languages]) }));
  return <ChipsField legend={t('hours.title')} options={options} chosen={chosen.map(({ id }) => id)} {...props} />;
}
