import { Group as Row, Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { CurrencyField } from '../place/CurrencyField.tsx';
import { DayStartField } from '../place/DayStartField.tsx';
import { ZoneField } from '../place/ZoneField.tsx';
import { CoinField } from './CoinField.tsx';
import { countryChoices } from './choices.ts';
import classes from './LocationForm.module.css';
import { inputOf, type LocationDraft } from './location-draft.ts';
import { ReceiptHeadField } from './ReceiptHeadField.tsx';

interface LocationFormProps {
  draft: Draft<LocationDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: ReturnType<typeof inputOf>) => Promise<unknown>;
  /** Above the fields. */
  children?: ReactNode;
  beside?: ReactNode;
}

/** A location, new or not. */
export function LocationForm({ draft, write, isReadOnly, action, onSave, children, beside }: LocationFormProps) {
  const { t, i18n } = useTranslation();
  const { fields, change } = draft;
  const missing = {
    name: !fields.name.trim() && t('mistake.nameMissing'),
    address: !fields.address.trim() && t('refusal.MISSING'),
    city: !fields.city.trim() && t('refusal.MISSING'),
    timeZone: !fields.timeZone && t('refusal.MISSING'),
    currency: !fields.currency && t('refusal.MISSING'),
    dayStart: !fields.dayStart && t('refusal.MISSING'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  const text = (field: 'name' | 'address' | 'city' | 'phone') => (
    <TextInput
      label={t(`location.${field}`)}
      autoComplete="off"
      value={fields[field]}
      readOnly={isReadOnly}
      error={mistakeAt(field)}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
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
      {text('name')}
      <Row gap="sm" align="flex-start" className={classes.pair}>
        {text('address')}
        {text('city')}
      </Row>
      {text('phone')}
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
      <Row gap="sm" align="flex-end" className={classes.pair}>
        <CurrencyField
          value={fields.currency}
          mistake={mistakeAt('currency')}
          isReadOnly={isReadOnly}
          onChange={(currency) => change({ currency })}
        />
        <CoinField
          value={fields.smallestCoin}
          currency={fields.currency}
          mistake={mistakeAt('smallestCoin')}
          isReadOnly={isReadOnly}
          onChange={(smallestCoin) => change({ smallestCoin })}
        />
      </Row>
      <Select
        label={t('location.taxCountry')}
        description={t('location.taxCountryHint')}
        searchable
        clearable
        data={countries}
        value={fields.taxCountry || null}
        readOnly={isReadOnly}
        error={mistakeAt('taxCountry')}
        nothingFoundMessage={t('place.noMatch')}
        onChange={(taxCountry) => change({ taxCountry: taxCountry ?? '' })}
      />
      <ReceiptHeadField
        value={fields.receiptHead}
        mistake={mistakeAt('receiptHead')}
        isReadOnly={isReadOnly}
        onChange={(receiptHead) => change({ receiptHead })}
      />
    </FormFrame>
  );
}
