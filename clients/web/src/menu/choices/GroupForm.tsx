import { NativeSelect, Group as Row, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateModifierGroupInput, PriceRule } from '../../generated/graphql.ts';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { localized } from '../../words/text-in.ts';
import { NameFields } from '../NameFields.tsx';
import { type GroupDraft, type Option, wholeOf } from './choices.ts';
import { PriceExample } from './PriceExample.tsx';

interface GroupFormProps {
  /** None while it is new. */
  options?: readonly Option[];
  draft: Draft<GroupDraft>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: CreateModifierGroupInput) => Promise<unknown>;
  children?: ReactNode;
}

const rules: readonly PriceRule[] = ['ADD', 'HIGHEST', 'AVERAGE'];

/** A group, new or not. */
export function GroupForm({ options = [], draft, write, isReadOnly, action, onSave, children }: GroupFormProps) {
  const { t } = useTranslation();
  const { name, min, max, free, priceRule } = draft.fields;
  const notWhole = (text: string) => wholeOf(text) === undefined && t('mistake.notWhole');
  const missing = {
    name: localized(name).length === 0 && t('mistake.nameMissing'),
    min: notWhole(min),
    max: max.trim() !== '' && notWhole(max),
    free: priceRule === 'ADD' && notWhole(free),
  };
  const mistakeAt = mistakesIn(draft, write, missing);
  const number = (field: 'min' | 'max' | 'free') => (
    <TextInput
      flex="1 1 150px"
      label={t(`choice.${field}`)}
      description={t(`choice.${field}Hint`)}
      inputMode="numeric"
      autoComplete="off"
      value={draft.fields[field]}
      readOnly={isReadOnly}
      error={mistakeAt(field)}
      placeholder={field === 'max' ? t('choice.anyNumber') : undefined}
      onChange={({ currentTarget }) => draft.change({ [field]: currentTarget.value })}
    />
  );
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () =>
        !hasMistakes(missing) &&
        onSave({
          name: localized(name),
          min: wholeOf(min) ?? 0,
          max: wholeOf(max) ?? null,
          free: freeOf(draft.fields),
          priceRule,
        })
      }
    >
      <NameFields
        names={name}
        mistake={mistakeAt('name')}
        isReadOnly={isReadOnly}
        onChange={(changed) => draft.change({ name: changed })}
      />
      <Row gap="sm" align="flex-start">
        {number('min')}
        {number('max')}
        {priceRule === 'ADD' && number('free')}
      </Row>
      <NativeSelect
        label={t('choice.priceRule')}
        description={t(`choice.ruleHint.${priceRule}`)}
        data={rules.map((value) => ({ value, label: t(`choice.rule.${value}`) }))}
        value={priceRule}
        disabled={isReadOnly}
        onChange={({ currentTarget }) =>
          draft.change({ priceRule: rules.find((rule) => rule === currentTarget.value) ?? priceRule })
        }
      />
      {wholeOf(max) !== 1 && <PriceExample rules={{ free: freeOf(draft.fields), priceRule }} options={options} />}
      {children}
    </FormFrame>
  );
}

/** Some are free only where prices are added up. */
function freeOf({ free, priceRule }: GroupDraft): number {
  return priceRule === 'ADD' ? (wholeOf(free) ?? 0) : 0;
}
