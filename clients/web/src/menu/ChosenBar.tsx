import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import classes from './ChosenBar.module.css';
import type { Item, MenuSection } from './menu.ts';
import { NewPrices } from './NewPrices.tsx';
import { hundredthsOf } from './raise.ts';
import type { ItemActions } from './use-item-actions.ts';
import { useManyActions } from './use-many-actions.ts';

interface ChosenBarProps {
  items: readonly Item[];
  sections: readonly MenuSection[];
  actions: ItemActions;
  onEnd: () => void;
}

/** What can be done with the rows that are chosen. */
export function ChosenBar({ items, sections, actions, onEnd }: ChosenBarProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const mayWrite = useMay('menu:write');
  const many = useManyActions();
  const [percent, setPercent] = useState('');
  const [isPreviewed, setPreviewed] = useState(false);
  const hundredths = hundredthsOf(percent);
  const isNone = items.length === 0;

  return (
    <section aria-label={t('menu.chosen', { count: items.length })} className={classes.bar}>
      <Text fw={500} aria-live="polite">
        {t('menu.chosen', { count: items.length })}
      </Text>
      <Group gap="xs">
        <Button variant="default" disabled={isNone} onClick={() => many.setSoldOut(items, true)}>
          {t('state.soldOut')}
        </Button>
        <Button variant="default" disabled={isNone} onClick={() => many.setSoldOut(items, false)}>
          {t('state.available')}
        </Button>
        {mayWrite && (
          <>
            <TextInput
              className={classes.percent}
              aria-label={t('menu.percent')}
              placeholder={t('menu.percent')}
              inputMode="decimal"
              value={percent}
              error={percent !== '' && hundredths === undefined}
              onChange={(event) => setPercent(event.currentTarget.value)}
            />
            <Button variant="default" disabled={isNone || hundredths === undefined} onClick={() => setPreviewed(true)}>
              {t('menu.newPrices')}
            </Button>
            <NativeSelect
              aria-label={t('menu.moveTo')}
              value=""
              disabled={isNone}
              data={[
                { value: '', label: t('menu.moveTo') },
                ...sections.map(({ id, names }) => ({
                  value: id,
                  label: textIn(names, [i18n.language, ...languages]),
                })),
              ]}
              onChange={(event) =>
                void actions.putMany(
                  items.map(({ id }) => id),
                  event.currentTarget.value,
                  undefined,
                )
              }
            />
          </>
        )}
        <Button variant="subtle" onClick={onEnd}>
          {t('action.close')}
        </Button>
      </Group>
      {isPreviewed && hundredths !== undefined && (
        <NewPrices
          items={items}
          hundredths={hundredths}
          onClose={() => setPreviewed(false)}
          onSet={(prices) => many.setPrices(items, prices)}
        />
      )}
    </section>
  );
}
