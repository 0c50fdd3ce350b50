import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { currencies } from '@mycelium/schema/currencies';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { newKey } from '../../graph/new-key.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { formatMoney, localeOf, parseMoney } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import type { Partner } from './partners.ts';
import { CompleteReferralDocument, ProcessCommissionDocument } from './write-partner.ts';

interface PayFormProps {
  partner: Partner;
  kind: 'referral' | 'commission';
  onDone: () => void;
}

/** A line of the ledger. However often it is sent, it is written once. */
export function PayForm({ partner, kind, onDone }: PayFormProps) {
  const { t } = useTranslation();
  const tenant = useTenant();
  const locale = localeOf(tenant);
  const draft = useDraft(`pay ${kind} ${partner.id}`, {
    ...{ amount: '', currency: tenant.currency, writtenAs: '' },
  });
  const { currency } = draft.fields;
  const writes = { referral: useWrite(CompleteReferralDocument), commission: useWrite(ProcessCommissionDocument) };
  const pay = writes[kind];
  const amount = parseMoney(draft.fields.amount, currency);
  const isNothing = typeof amount !== 'string' && amount.amount === 0;
  const missing = {
    amount: typeof amount === 'string' ? t(`partners.mistake.${amount}`) : isNothing && t('partners.mistake.empty'),
  };

  async function save() {
    if (hasMistakes(missing) || typeof amount === 'string') return undefined;
    const saved = await pay.write({ id: partner.id, amount, key: draft.fields.writtenAs || newKey() });
    if (!saved) return undefined;
    showDone(t(`partners.paid.${kind}`, { sum: formatMoney(amount, locale), name: partner.contact.name }));
    onDone();
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      label={t(`partners.do.${kind}`)}
      write={pay}
      action={t(`partners.do.${kind}`)}
      onSave={save}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      }
    >
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <TextInput
          flex={2}
          label={t('partners.amount', { currency })}
          description={t('partners.amountHint')}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={draft.fields.amount}
          error={mistakesIn(draft, pay, missing)('amount')}
          onChange={({ currentTarget }) =>
            draft.change({ amount: currentTarget.value, writtenAs: draft.fields.writtenAs || newKey() })
          }
        />
        <NativeSelect
          flex={1}
          label={t('pipeline.currency')}
          data={[...currencies.keys()]}
          value={currency}
          onChange={({ currentTarget }) => draft.change({ currency: currentTarget.value })}
        />
      </Group>
    </FormFrame>
  );
}
