import { Chip, Fieldset, Group as Row, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../session/viewer.tsx';
import { type Localized, textIn } from '../../words/text-in.ts';

interface SoldHoursProps {
  /** All that there are. */
  hours: readonly { id: string; names: readonly Localized[] }[];
  chosen: readonly { id: string }[];
  /** What it means to choose none. */
  hint: string;
  isOff: boolean;
  onChange: (ids: string[]) => void;
}

/** In which hours something is sold; nothing where the business has none. */
export function SoldHours({ hours, chosen, hint, isOff, onChange }: SoldHoursProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  if (hours.length === 0) return null;
  return (
    <Fieldset variant="unstyled" legend={t('hours.title')} disabled={isOff}>
      <Chip.Group multiple value={chosen.map(({ id }) => id)} onChange={onChange}>
        <Row gap="sm" mt="sm">
          {hours.map(({ id, names }) => (
            <Chip key={id} value={id} size="sm">
              {textIn(names, [i18n.language, ...languages])}
            </Chip>
          ))}
        </Row>
      </Chip.Group>
      <Text size="sm" mt="xs" c="var(--quiet)">
        {hint}
      </Text>
    </Fieldset>
  );
}
