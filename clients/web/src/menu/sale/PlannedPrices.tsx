import { Button, Fieldset, NativeSelect, Group as Row, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Moment } from '../../look/Moment.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { formatMoney, localeOf, parseMoney } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { type Place, PlanPriceDocument, RemovePriceDocument, RestorePriceDocument, type Sale } from './sale.ts';

interface PlannedPricesProps {
  sale: Sale;
  /** Where it can have another price. */
  places: readonly Place[];
  currency: string;
  onChanged: () => void;
}

const empty = { price: '', from: '', locationId: '' };

/** What an item will cost, and from when; one that has not come yet can be taken back. */
export function PlannedPrices({ sale, places, currency, onChanged }: PlannedPricesProps) {
  const { t } = useTranslation();
  const own = useTenant();
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`planned price ${sale.id}`, empty);
  const plan = useWrite(PlanPriceDocument);
  const { write: remove } = useWrite(RemovePriceDocument, showTrouble);
  const { write: restore } = useWrite(RestorePriceDocument, showTrouble);
  const { price, from, locationId } = draft.fields;
  const parsed = parseMoney(price, currency);
  const missing = {
    price: typeof parsed === 'string' && t(`mistake.${parsed}`),
    from: from === '' && t('refusal.MISSING'),
  };
  const mistakeAt = mistakesIn(draft, plan, missing);

  async function save() {
    if (hasMistakes(missing) || typeof parsed === 'string') return undefined;
    const input = { itemId: sale.id, locationId: locationId || null, price: parsed, from: from.slice(0, 16) };
    const planned = await plan.write({ input });
    if (!planned) return undefined;
    draft.change(empty);
    setOpen(false);
    onChanged();
    return planned;
  }

  async function takeAway(id: string, shown: string) {
    if (!(await remove({ id }))) return;
    onChanged();
    showUndo(`removed-${id}`, t('sale.priceRemoved', { price: shown }), async () => {
      if (await restore({ id })) onChanged();
    });
  }

  return (
    <Fieldset variant="unstyled" legend={t('sale.prices')}>
      <Stack gap="sm" mt="xs">
        {sale.priceChanges.map(({ id, price: planned, startsAt, location }) => {
          const shown = formatMoney(planned, localeOf(own));
          return (
            <Row key={id} gap="xs" justify="space-between">
              <Text size="sm">
                {shown} · <Moment at={startsAt} timeZone={location?.timeZone ?? own.timeZone} />
                {location && ` · ${location.name}`}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                color="red"
                aria-label={t('sale.removePrice', { price: shown })}
                onClick={() => void takeAway(id, shown)}
              >
                {t('choice.take')}
              </Button>
            </Row>
          );
        })}
        {!isOpen && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
            {t('sale.planPrice')}
          </Button>
        )}
        {isOpen && (
          <FormFrame draft={draft} write={plan} label={t('sale.prices')} action={t('sale.savePrice')} onSave={save}>
            <Row gap="sm" align="flex-start">
              <TextInput
                flex="1 1 110px"
                label={t('sale.newPrice', { currency })}
                inputMode="decimal"
                autoComplete="off"
                value={price}
                error={mistakeAt('price')}
                onChange={({ currentTarget }) => draft.change({ price: currentTarget.value })}
              />
              <TextInput
                flex="1 1 190px"
                type="datetime-local"
                label={t('sale.from')}
                value={from}
                error={mistakeAt('from')}
                onChange={({ currentTarget }) => draft.change({ from: currentTarget.value })}
              />
              {places.length > 1 && (
                <NativeSelect
                  flex="1 1 140px"
                  label={t('sale.where')}
                  value={locationId}
                  data={[
                    { value: '', label: t('sale.everywhere') },
                    ...places.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={({ currentTarget }) => draft.change({ locationId: currentTarget.value })}
                />
              )}
            </Row>
          </FormFrame>
        )}
      </Stack>
    </Fieldset>
  );
}
