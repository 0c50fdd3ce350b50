import { Checkbox, NativeSelect, Group as Row, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, CreateTaxRuleInput } from '../../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { ChipsField } from '../../look/ChipsField.tsx';
import { FormFrame } from '../../look/FormFrame.tsx';
import { TaxExample } from './TaxExample.tsx';
import type { TaxesOutlet } from './TaxesPage.tsx';
import { classOf, inputOf, rateOf, type TaxDraft } from './tax-draft.ts';
import { withItsBase } from './tax-example.ts';

interface TaxFormProps {
  /** None while it is new. */
  id?: string;
  draft: Draft<TaxDraft>;
  write: Omit<Write, 'write'>;
  among: TaxesOutlet;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: CreateTaxRuleInput) => Promise<unknown>;
  beside?: ReactNode;
}

const channels: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];

/** A tax, new or not, and what it comes to. */
export function TaxForm({ id = '', draft, write, among, isReadOnly, action, onSave, beside }: TaxFormProps) {
  const { t } = useTranslation();
  const { fields, change } = draft;
  const rate = rateOf(fields.percent);
  const missing = {
    name: !fields.name.trim() && t('mistake.nameMissing'),
    percent: rate === undefined && t('tax.noPercent'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);
  const others = among.taxes.filter((each) => each.id !== id);
  const known = [...new Set(['STANDARD', ...among.taxes.flatMap(({ taxClasses }) => taxClasses)])];
  const { name, inclusive, baseIncludes } = fields;
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave(inputOf(fields))}
      beside={beside}
    >
      <Row gap="sm" align="flex-start">
        <TextInput
          flex="2 1 180px"
          label={t('tax.name')}
          description={t('tax.nameHint')}
          autoComplete="off"
          value={name}
          readOnly={isReadOnly}
          error={mistakeAt('name')}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <TextInput
          flex="1 1 100px"
          label={t('tax.percent')}
          description={t('tax.percentHint')}
          inputMode="decimal"
          autoComplete="off"
          value={fields.percent}
          readOnly={isReadOnly}
          error={mistakeAt('percent') ?? write.mistakeAt('rate')}
          onChange={({ currentTarget }) => change({ percent: currentTarget.value })}
        />
      </Row>
      <SegmentedControl
        aria-label={t('tax.how')}
        readOnly={isReadOnly}
        data={[
          { value: 'included', label: t('tax.included') },
          { value: 'added', label: t('tax.added') },
        ]}
        value={inclusive ? 'included' : 'added'}
        onChange={(how) => change({ inclusive: how === 'included' })}
      />
      <TagsInput
        label={t('tax.classes')}
        description={t('tax.classesHint')}
        data={known}
        value={[...fields.taxClasses]}
        readOnly={isReadOnly}
        error={mistakeAt('taxClasses')}
        onChange={(classes) => change({ taxClasses: [...new Set(classes.map(classOf).filter(Boolean))] })}
      />
      <ChipsField
        legend={t('tax.channels')}
        hint={t('tax.channelsHint')}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        chosen={fields.channels}
        mistake={mistakeAt('channels')}
        isOff={isReadOnly}
        onChange={(chosen) => change({ channels: chosen })}
      />
      <NativeSelect
        label={t('tax.location')}
        description={id ? t('tax.locationStays') : undefined}
        data={[
          { value: '', label: t('tax.everywhere') },
          ...among.locations.map((location) => ({ value: location.id, label: location.name })),
        ]}
        value={fields.locationId}
        disabled={isReadOnly || id !== ''}
        error={mistakeAt('locationId')}
        onChange={({ currentTarget }) => change({ locationId: currentTarget.value })}
      />
      {others.length > 0 && (
        <Checkbox.Group
          label={t('tax.base')}
          description={t('tax.baseHint')}
          value={[...baseIncludes]}
          readOnly={isReadOnly}
          error={mistakeAt('baseIncludes')}
          onChange={(chosen) => change({ baseIncludes: chosen })}
        >
          <Stack gap="xs" mt="xs">
            {others.map((each) => (
              <Checkbox key={each.id} value={each.id} label={each.name} disabled={isReadOnly} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Checkbox
        label={t('tax.onServiceCharge')}
        checked={fields.onServiceCharge}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => change({ onServiceCharge: currentTarget.checked })}
      />
      {rate !== undefined && (
        <TaxExample rules={withItsBase({ id, name, rate, inclusive, baseIncludes: [...baseIncludes] }, among.taxes)} />
      )}
    </FormFrame>
  );
}
