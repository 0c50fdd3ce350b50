import { Fieldset, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mistake } from '../look/Mistake.tsx';
import { dateFormat } from '../words/formats.ts';
import { HoursOfDay } from './HoursOfDay.tsx';
import { likelyHours, type WeeklyHours, week } from './venue-draft.ts';

interface WeeklyHoursFieldProps {
  hours: readonly WeeklyHours[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (hours: WeeklyHours[]) => void;
}

/** When it is open each week. */
export function WeeklyHoursField({ hours, mistake, isReadOnly, onChange }: WeeklyHoursFieldProps) {
  const { t, i18n } = useTranslation();
  return (
    <Fieldset legend={t('venues.openingHours')} variant="unstyled">
      <Stack gap="sm" mt="sm">
        {week.map((day) => {
          // 1 January 2024 was a Monday.
          const name = dateFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
          return (
            <div key={day}>
              <strong>{name}</strong>
              <HoursOfDay
                of={name}
                hours={hours.filter((each) => each.day === day)}
                isReadOnly={isReadOnly}
                likely={likelyHours(hours, day)}
                onChange={(changed) =>
                  onChange([
                    ...hours.filter((each) => each.day < day),
                    ...changed.map(({ from, to }) => ({ day, from, to })),
                    ...hours.filter((each) => each.day > day),
                  ])
                }
              />
            </div>
          );
        })}
      </Stack>
      <Mistake>{mistake}</Mistake>
    </Fieldset>
  );
}
