import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortionInput } from '../../generated/graphql.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { parseMoney } from '../../money/money.ts';
import { readNumber } from '../../money/read-number.ts';

interface DiscountFormProps {
  id: string;
  document: TypedDocumentNode<unknown, { id: string; discount: PortionInput }>;
  currency: string;
  label: string;
  onDone: () => void;
}

/** A percentage or an amount off a line or an order, and what receipts call it. */
export function DiscountForm({ id, document, currency, label, onDone }: DiscountFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ name: '', how: 'percent', value: '' });
  const [wasTried, setTried] = useState(false);
  const write = useWrite(document);
  const portion = portionOf(typed.how, typed.value, currency);
  async function save() {
    setTried(true);
    if (!typed.name.trim() || !portion) return undefined;
    const saved = await write.write({ id, discount: { name: typed.name, ...portion } });
    if (saved) onDone();
    return saved;
  }
  return (
    <FormFrame write={write} label={label} action={t('orders.discount')} onSave={save}>
      <TextInput
        label={t('orders.discountName')}
        autoComplete="off"
        maxLength={60}
        value={typed.name}
        error={(wasTried && !typed.name.trim() && t('mistake.nameMissing')) || write.mistakeAt('name')}
        onChange={({ currentTarget }) => setTyped({ ...typed, name: currentTarget.value })}
      />
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label={t('orders.discountHow')}
          data={[
            { value: 'percent', label: '%' },
            { value: 'amount', label: currency },
          ]}
          value={typed.how}
          onChange={(how) => setTyped({ ...typed, how })}
        />
        <TextInput
          flex={1}
          label={t('orders.discountValue')}
          inputMode="decimal"
          autoComplete="off"
          value={typed.value}
          error={
            (wasTried && !portion && t('refusal.NOT_A_NUMBER')) ||
            write.mistakeAt('percent') ||
            write.mistakeAt('amount') ||
            write.mistakeAt('discount')
          }
          onChange={({ currentTarget }) => setTyped({ ...typed, value: currentTarget.value })}
        />
      </Group>
    </FormFrame>
  );
}

function portionOf(how: string, value: string, currency: string): Pick<PortionInput, 'percent' | 'amount'> | undefined {
  if (how === 'percent') {
    const percent = readNumber(value);
    return percent !== undefined && percent > 0 && percent <= 100 ? { percent: String(percent) } : undefined;
  }
  const parsed = parseMoney(value, currency);
  return typeof parsed === 'string' || parsed.amount === 0 ? undefined : { amount: parsed.amount };
}
