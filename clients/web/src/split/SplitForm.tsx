import { Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../look/Trouble.tsx';
import { CheckPreviews } from './CheckPreviews.tsx';
import { PartPicker } from './PartPicker.tsx';
import { isWhole, linesOf, type SplitDraft, seatsOf, splitInput, type ToSplit } from './split-draft.ts';
import { type SplitVariables, useSplitPreview } from './use-split-preview.ts';

const MOST = 50;

export interface SplitFormProps {
  order: ToSplit;
  newId: () => string;
  money: (amount: number) => string;
  name: (names: ToSplit['lines'][number]['names']) => string;
  /** Why it was not split. */
  problem: Problem | undefined;
  isBusy: boolean;
  onSplit: (variables: SplitVariables) => void;
  onClose: () => void;
}

/** How an order is split, with what each check would come to before it is. */
export function SplitForm({ order, newId, money, name, problem, isBusy, onSplit, onClose }: SplitFormProps) {
  const { t } = useTranslation();
  const seats = seatsOf(linesOf(order));
  const hasSeats = seats.length > 1;
  const [draft, setDraft] = useState<SplitDraft>({ by: hasSeats ? 'BY_SEAT' : 'EVENLY', parts: 2, taken: [{}] });
  const { by, parts, taken } = draft;
  // The same ids when it is asked for again, so that nothing is split twice.
  const [ids] = useState(() => Array.from({ length: MOST }, newId));
  const variables = useMemo(
    () => ({ id: order.id, by, checks: splitInput(order, draft, (at) => ids[at] ?? '') }),
    [order, by, draft, ids],
  );
  const isOff = !isWhole(order, draft);
  const preview = useSplitPreview(variables, { version: order.version, isOff });
  const count = variables.checks.length + 1;
  const change = (next: Partial<SplitDraft>) => setDraft((now) => ({ ...now, ...next }));

  return (
    <Stack gap="md">
      <SegmentedControl
        size="lg"
        fullWidth
        aria-label={t('split.by')}
        value={by}
        onChange={(value) => change({ by: value as SplitDraft['by'] })}
        data={[
          { value: 'EVENLY', label: t('split.ways.EVENLY') },
          { value: 'BY_SEAT', label: t('split.ways.BY_SEAT'), disabled: !hasSeats },
          { value: 'BY_ITEM', label: t('split.ways.BY_ITEM') },
        ]}
      />
      {by === 'EVENLY' && (
        <NumberInput
          size="lg"
          label={t('split.parts')}
          min={2}
          max={MOST}
          allowDecimal={false}
          value={parts}
          onChange={(value) => change({ parts: Math.min(MOST, Math.max(2, Number(value) || 2)) })}
        />
      )}
      {by === 'BY_ITEM' && (
        <PartPicker order={order} name={name} taken={taken} onChange={(next) => change({ taken: next })} />
      )}
      <CheckPreviews
        count={count}
        checks={preview.checks}
        titleAt={(at) =>
          by === 'BY_SEAT' ? t('split.seat', { seat: seats[at] ?? 0 }) : t('split.check', { place: at + 1 })
        }
        names={by === 'EVENLY' ? undefined : new Map(order.lines.map((line) => [line.id, name(line.names)]))}
        money={money}
      />
      {(problem ?? preview.problem) && <Trouble problem={(problem ?? preview.problem) as Problem} />}
      <Text size="sm">{t('split.kitchenKnows')}</Text>
      <Group justify="flex-end" gap="sm">
        <Button size="lg" fz="md" variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button size="lg" fz="md" disabled={!preview.checks} loading={isBusy} onClick={() => onSplit(variables)}>
          {t('split.now', { count })}
        </Button>
      </Group>
    </Stack>
  );
}
