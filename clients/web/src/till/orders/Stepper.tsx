import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface StepperProps {
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** What is counted. */
  label: string;
}

/** A number that is counted up and down with wet hands. */
export function Stepper({ value, min, max, onChange, label }: StepperProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" wrap="nowrap" role="group" aria-label={label}>
      <Button
        size="lg"
        px="md"
        variant="default"
        aria-label={t('till.less', { what: label })}
        disabled={value <= min}
        onClick={() => onChange(value - 1)}
      >
        −
      </Button>
      <Text fz="lg" fw={600} miw={32} ta="center" aria-live="polite">
        {value}
      </Text>
      <Button
        size="lg"
        px="md"
        variant="default"
        aria-label={t('till.more', { what: label })}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        +
      </Button>
    </Group>
  );
}
