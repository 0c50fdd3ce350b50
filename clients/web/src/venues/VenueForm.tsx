import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateVenueInput } from '../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { CurrencyField } from '../place/CurrencyField.tsx';
import { DayStartField } from '../place/DayStartField.tsx';
import { ZoneField } from '../place/ZoneField.tsx';
import { ExceptionalDaysField } from './ExceptionalDaysField.tsx';
import { useLocationChoices } from './use-location-choices.ts';
import { inputOf, type VenueDraft } from './venue-draft.ts';
import { WeeklyHoursField } from './WeeklyHoursField.tsx';

interface VenueFormProps {
  draft: Draft<VenueDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: CreateVenueInput) => Promise<unknown>;
  /** Above the fields. */
  children?: ReactNode;
  beside?: ReactNode;
}

/** A venue, new or not. */
export function VenueForm({ draft, write, isReadOnly, action, onSave, children, beside }: VenueFormProps) {
  const { t } = useTranslation();
  const { fields, change } = draft;
  const locations = useLocationChoices();
  const missing = {
    name: !fields.name.trim() && t('mistake.nameMissing'),
    timeZone: !fields.timeZone && t('refusal.MISSING'),
    currency: !fields.currency && t('refusal.MISSING'),
    dayStart: !fields.dayStart && t('refusal.MISSING'),
    exceptionalDays: fields.exceptionalDays.some(({ date, name }) => !date || !name.trim()) && t('venues.dayMissing'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave(inputOf(fields))}
      beside={beside}
    >
      {children}
      <TextInput
        label={t('venues.name')}
        autoComplete="off"
        value={fields.name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <NativeSelect
        label={t('venues.location')}
        description={t('venues.locationHint')}
        data={[{ value: '', label: t('venues.noLocation') }, ...locations]}
        value={fields.locationId}
        disabled={isReadOnly}
        error={mistakeAt('locationId')}
        onChange={({ currentTarget }) => change({ locationId: currentTarget.value })}
      />
      <ZoneField
        value={fields.timeZone}
        mistake={mistakeAt('timeZone')}
        isReadOnly={isReadOnly}
        onChange={(timeZone) => change({ timeZone })}
      />
      <DayStartField
        value={fields.dayStart}
        mistake={mistakeAt('dayStart')}
        isReadOnly={isReadOnly}
        onChange={(dayStart) => change({ dayStart })}
      />
      <CurrencyField
        value={fields.currency}
        mistake={mistakeAt('currency')}
        isReadOnly={isReadOnly}
        onChange={(currency) => change({ currency })}
      />
      <WeeklyHoursField
        hours={fields.openingHours}
        mistake={mistakeAt('openingHours')}
        isReadOnly={isReadOnly}
        onChange={(openingHours) => change({ openingHours })}
      />
      <ExceptionalDaysField
        days={fields.exceptionalDays}
        mistake={mistakeAt('exceptionalDays')}
        isReadOnly={isReadOnly}
        onChange={(exceptionalDays) => change({ exceptionalDays })}
      />
    </FormFrame>
  );
}
