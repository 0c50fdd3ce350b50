import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortionInput } from '../../generated/graphql.ts';
import { parseMoney } from '../../money/money.ts';
import { useStation } from '../../station/use-station.ts';

interface PortionFieldProps {
  name: string;
  onChange: (portion: PortionInput | undefined) => void;
}

/** A percentage or an amount, as somebody types it; undefined while it is none. */
export function PortionField({ name, onChange }: PortionFieldProps) {
  const { t } = useTranslation();
  const { location } = useStation();
  const [kind, setKind] = useState<'PERCENT' | 'AMOUNT'>('PERCENT');
  const [text, setText] = useState('');

  function set(nextKind: typeof kind, next: string) {
    setKind(nextKind);
    setText(next);
    if (nextKind === 'PERCENT') {
      const percent = next.trim().replace(',', '.');
      onChange(/^\d{1,3}(\.\d{1,3})?$/.test(percent) ? { name, percent } : undefined);
    } else {
      const money = parseMoney(next, location.currency);
      onChange(typeof money === 'string' ? undefined : { name, amount: money.amount });
    }
  }
  return (
    <Group align="end" wrap="nowrap">
      <TextInput
        flex={1}
        size="lg"
        inputMode="decimal"
        label={t(`till.portion.${kind}`)}
        value={text}
        onChange={({ currentTarget }) => set(kind, currentTarget.value)}
      />
      <SegmentedControl
        size="lg"
        value={kind}
        onChange={(next) => set(next as typeof kind, text)}
        data={[
          { value: 'PERCENT', label: '%' },
          { value: 'AMOUNT', label: location.currency },
        ]}
      />
    </Group>
  );
}
