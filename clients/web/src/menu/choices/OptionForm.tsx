import { NativeSelect, Group as Row, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { formatAmount, localeOf, parseMoney } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { byLocale, localized, textIn } from '../../words/text-in.ts';
import { AllergenField } from '../AllergenField.tsx';
import { inOrder } from '../item-draft.ts';
import { NameFields } from '../NameFields.tsx';
import { CreateOptionDocument, type Group, type Option, UpdateOptionDocument, wholeOf } from './choices.ts';

interface OptionFormProps {
  group: Group;
  /** All that there are. */
  groups: readonly Group[];
  option?: Option;
  onDone: () => void;
}

/** An option of a group, new or not. */
export function OptionForm({ group, groups, option, onDone }: OptionFormProps) {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  const start = {
    name: option ? byLocale(option.names) : {},
    price: option ? formatAmount(option.price, localeOf(tenant)) : '0',
    maxQuantity: option?.maxQuantity ? String(option.maxQuantity) : '',
    nestedId: option?.nested?.id ?? '',
    allergens: inOrder(option?.allergens ?? []),
  };
  const draft = useDraft(option ? `option ${option.id}` : `new option ${group.id}`, start, option?.version);
  const create = useWrite(CreateOptionDocument);
  const update = useWrite(UpdateOptionDocument);
  const write = option ? update : create;
  const { name, price, maxQuantity, nestedId, allergens } = draft.fields;
  const others = groups.filter(({ id }) => id !== group.id);
  const currency = option?.price.currency ?? tenant.currency;
  const parsed = parseMoney(price, currency);
  const missing = {
    name: localized(name).length === 0 && t('mistake.nameMissing'),
    price: typeof parsed === 'string' && t(`mistake.${parsed}`),
    maxQuantity: maxQuantity.trim() !== '' && !wholeOf(maxQuantity) && t('mistake.notWhole'),
  };
  const mistakeAt = mistakesIn(draft, write, missing);

  async function save() {
    if (hasMistakes(missing) || typeof parsed === 'string') return undefined;
    const values = {
      ...{ name: localized(name), price: parsed, maxQuantity: wholeOf(maxQuantity) ?? null },
      ...{ nestedId: nestedId || null, allergens },
    };
    const saved = option
      ? await update.write({ id: option.id, input: { version: option.version, ...values } })
      : await create.write({ input: { groupId: group.id, ...values } });
    if (saved) onDone();
    return saved;
  }

  const label = option ? textIn(option.names, [i18n.language, ...tenant.languages]) : t('choice.addOption');
  return (
    <FormFrame draft={draft} write={write} label={label} action={t('choice.saveOption')} onSave={save}>
      <NameFields
        names={name}
        mistake={mistakeAt('name')}
        isReadOnly={false}
        onChange={(changed) => draft.change({ name: changed })}
      />
      <Row gap="sm" align="flex-start" grow>
        <TextInput
          label={t('item.price', { currency })}
          inputMode="decimal"
          autoComplete="off"
          value={price}
          error={mistakeAt('price')}
          onChange={({ currentTarget }) => draft.change({ price: currentTarget.value })}
        />
        <TextInput
          label={t('choice.maxQuantity')}
          inputMode="numeric"
          autoComplete="off"
          value={maxQuantity}
          error={mistakeAt('maxQuantity')}
          placeholder={t('choice.anyNumber')}
          onChange={({ currentTarget }) => draft.change({ maxQuantity: currentTarget.value })}
        />
      </Row>
      <AllergenField
        legend={t('choice.allergens')}
        value={allergens}
        mistake={mistakeAt('allergens')}
        onChange={(chosen) => draft.change({ allergens: chosen })}
      />
      {others.length > 0 && (
        <NativeSelect
          label={t('choice.nested')}
          description={t('choice.nestedHint')}
          value={nestedId}
          error={mistakeAt('nestedId')}
          data={[
            { value: '', label: t('choice.nestedNone') },
            ...others.map(({ id, names }) => ({
              value: id,
              label: textIn(names, [i18n.language, ...tenant.languages]),
            })),
          ]}
          onChange={({ currentTarget }) => draft.change({ nestedId: currentTarget.value })}
        />
      )}
    </FormFrame>
  );
}
