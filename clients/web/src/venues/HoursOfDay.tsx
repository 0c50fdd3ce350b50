import { ActionIcon, Button, Group as Row, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import type { FromTo } from './venue-draft.ts';

interface HoursOfDayProps {
  /** What they are of, such as a weekday. */
  of: string;
  hours: readonly FromTo[];
  isReadOnly: boolean;
  /** What the next ones most likely are. */
  likely: FromTo;
  onChange: (hours: FromTo[]) => void;
}

const MOST = 4;

/** When it is open on one day; none: closed. */
export function HoursOfDay({ of, hours, isReadOnly, likely, onChange }: HoursOfDayProps) {
  const { t } = useTranslation();
  const put = (place: number, change: Partial<FromTo>) =>
    onChange(hours.map((each, at) => (at === place ? { ...each, ...change } : each)));
  return (
    <Row gap="sm" align="center">
      {hours.length === 0 && <span>{t('venues.closedDay')}</span>}
      {hours.map(({ from, to }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else to be known by
        <Row key={place} gap="xs" wrap="nowrap">
          <TextInput
            type="time"
            aria-label={t('venues.opensAt', { of })}
            value={from}
            readOnly={isReadOnly}
            required
            onChange={({ currentTarget }) => put(place, { from: currentTarget.value })}
          />
          <span aria-hidden="true">–</span>
          <TextInput
            type="time"
            aria-label={t('venues.closesAt', { of })}
            value={to}
            readOnly={isReadOnly}
            required
            onChange={({ currentTarget }) => put(place, { to: currentTarget.value })}
          />
          {!isReadOnly && (
            <ActionIcon
              size="lg"
              variant="subtle"
              aria-label={t('venues.removeHours', { of, from, to })}
              onClick={() => onChange(hours.filter((_, at) => at !== place))}
            >
              <Icon name="close" size={18} />
            </ActionIcon>
          )}
        </Row>
      ))}
      {!isReadOnly && hours.length < MOST && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Icon name="plus" size={18} />}
          aria-label={t('venues.addHoursOf', { of })}
          onClick={() => onChange([...hours, likely])}
        >
          {t('venues.addHours')}
        </Button>
      )}
    </Row>
  );
}
