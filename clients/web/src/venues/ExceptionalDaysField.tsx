import { Button, Checkbox, Fieldset, Group as Row, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { Mistake } from '../look/Mistake.tsx';
import { HoursOfDay } from './HoursOfDay.tsx';
import type { ExceptionalDay } from './venue-draft.ts';

interface ExceptionalDaysFieldProps {
  days: readonly ExceptionalDay[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (days: ExceptionalDay[]) => void;
}

/** Holidays, and other dates with hours of their own. */
export function ExceptionalDaysField({ days, mistake, isReadOnly, onChange }: ExceptionalDaysFieldProps) {
  const { t } = useTranslation();
  const put = (place: number, change: Partial<ExceptionalDay>) =>
    onChange(days.map((each, at) => (at === place ? { ...each, ...change } : each)));
  return (
    <Fieldset legend={t('venues.exceptionalDays')} variant="unstyled">
      {days.length === 0 && <p>{t('venues.noExceptionalDays')}</p>}
      <Stack gap="md" mt="sm">
        {days.map(({ date, name, isHoliday, hours }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a date may be typed twice until it is saved
          <div key={place}>
            <Row gap="sm" align="flex-end">
              <TextInput
                type="date"
                label={t('venues.date')}
                value={date}
                readOnly={isReadOnly}
                onChange={({ currentTarget }) => put(place, { date: currentTarget.value })}
              />
              <TextInput
                flex="1 1 160px"
                label={t('venues.why')}
                value={name}
                readOnly={isReadOnly}
                onChange={({ currentTarget }) => put(place, { name: currentTarget.value })}
              />
            </Row>
            <Checkbox
              my="sm"
              label={t('venues.isHoliday')}
              checked={isHoliday}
              disabled={isReadOnly}
              onChange={({ currentTarget }) => put(place, { isHoliday: currentTarget.checked })}
            />
            <HoursOfDay
              of={name || date}
              hours={hours}
              isReadOnly={isReadOnly}
              likely={{ from: '11:00', to: '22:00' }}
              onChange={(changed) => put(place, { hours: changed })}
            />
            {!isReadOnly && (
              <Button
                variant="subtle"
                color="red"
                size="compact-md"
                aria-label={t('venues.removeDayOf', { of: name || date })}
                onClick={() => onChange(days.filter((_, at) => at !== place))}
              >
                {t('venues.removeDay')}
              </Button>
            )}
          </div>
        ))}
      </Stack>
      {!isReadOnly && (
        <Button
          mt="sm"
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => onChange([...days, { date: '', name: '', isHoliday: true, hours: [] }])}
        >
          {t('venues.addDay')}
        </Button>
      )}
      <Mistake>{mistake}</Mistake>
    </Fieldset>
  );
}
