import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { groupsAsked } from '@mycelium/schema/choices';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import type { CartLine } from '../cart/carts.ts';
import { Stepper } from '../orders/Stepper.tsx';
import { useTill } from '../use-till.ts';
import { allergensOf } from './allergens-of.ts';
import { ChoiceGroupField } from './ChoiceGroupField.tsx';
import type { Item } from './menu.ts';
import { choicesOf, unitPriceOf } from './offered.ts';

const MOST_SEATS = 99;
const MOST_COURSES = 9;

interface ItemChoicesProps {
  item: Item;
  /** A line that is being changed; else it is a new one. */
  line?: CartLine;
  newLineId: () => string;
  onDone: (line: CartLine) => void;
  onClose: () => void;
}

/** What goes with an item: its choices, how much of it, for whom, when, and what the kitchen heeds. */
export function ItemChoices({ item, line, newLineId, onDone, onClose }: ItemChoicesProps) {
  const { t } = useTranslation();
  const { menu, money, name } = useTill();
  const isNarrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(
    () => new Map(line?.modifiers.map(({ optionId, quantity }) => [optionId, quantity])),
  );
  const [quantity, setQuantity] = useState(line?.quantity ?? 1);
  const [seat, setSeat] = useState(line?.seat ?? 0);
  const [course, setCourse] = useState(line?.course ?? 0);
  const [note, setNote] = useState(line?.note ?? '');
  if (!menu) return null;

  const asked = groupsAsked(choicesOf(menu, item), chosen);
  const isOfThese = new Set(asked.flatMap(({ options }) => options.map(({ id }) => id)));
  const kept = new Map([...chosen].filter(([id]) => isOfThese.has(id)));
  const countIn = (ids: readonly { id: string }[]) => ids.reduce((sum, { id }) => sum + (kept.get(id) ?? 0), 0);
  const lacking = asked.find(({ min, options }) => countIn(options) < min);
  const price = unitPriceOf(menu, item, kept) * quantity;
  const allergens = allergensOf(menu, item, kept);

  function set(optionId: string, count: number) {
    const next = new Map(chosen);
    if (count > 0) next.set(optionId, count);
    else next.delete(optionId);
    setChosen(next);
  }

  function done() {
    const text = note.trim();
    onDone({
      id: line?.id ?? newLineId(),
      itemId: item.id,
      quantity,
      modifiers: [...kept].map(([optionId, count]) => ({ optionId, quantity: count })),
      ...(seat > 0 && { seat }),
      ...(course > 0 && { course }),
      ...(text && { note: text }),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen={isNarrow}
      size="lg"
      title={name(item.names)}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
    >
      <Stack gap="lg">
        {asked.map((group) => (
          <ChoiceGroupField key={group.id} group={group} chosen={kept} onSet={set} />
        ))}
        {allergens.length > 0 && (
          <Text role="status">
            <Icon name="alert" size={16} /> {allergens.map((each) => t(`till.allergen.${each}`)).join(', ')}
          </Text>
        )}
        <Group justify="space-between">
          <Text>{t('till.quantity')}</Text>
          <Stepper value={quantity} min={1} max={999} onChange={setQuantity} label={t('till.quantity')} />
        </Group>
        <Group justify="space-between">
          <Text>{seat > 0 ? t('till.seat', { seat }) : t('till.wholeTable')}</Text>
          <Stepper value={seat} min={0} max={MOST_SEATS} onChange={setSeat} label={t('till.seatLabel')} />
        </Group>
        <Group justify="space-between">
          <Text>{course > 0 ? t('till.course', { course }) : t('till.noCourse')}</Text>
          <Stepper value={course} min={0} max={MOST_COURSES} onChange={setCourse} label={t('till.courseLabel')} />
        </Group>
        <TextInput
          size="lg"
          label={t('till.noteLabel')}
          value={note}
          maxLength={200}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button size="xl" fz="lg" disabled={lacking !== undefined} onClick={done}>
          {lacking
            ? t('till.choose', { count: lacking.min, group: nameOfGroup(lacking.id) })
            : t(line ? 'till.change' : 'till.add', { price: money(price) })}
        </Button>
      </Stack>
    </Modal>
  );

  function nameOfGroup(id: string): string {
    return name(menu?.groups.find((group) => group.id === id)?.names ?? []);
  }
}
