import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { numberFormat } from '../words/formats.ts';
import classes from './Split.module.css';
import { leftFor, linesOf, ONE, type SplitLine, type Taken, type ToSplit, withTaken } from './split-draft.ts';

const MOST_CHECKS = 9;
/** Parts of a dish that is shared. */
const FRACTIONS = [
  { sign: '½', of: 2 },
  { sign: '⅓', of: 3 },
] as const;

interface PartPickerProps {
  order: ToSplit;
  name: (names: SplitLine['names']) => string;
  taken: readonly Taken[];
  onChange: (taken: readonly Taken[]) => void;
}

/** What each check takes that is split off: whole dishes, some of them, or a part of one that is shared. */
export function PartPicker({ order, name, taken, onChange }: PartPickerProps) {
  const { t } = useTranslation();
  const [check, setCheck] = useState(0);

  function add() {
    setCheck(taken.length);
    onChange([...taken, {}]);
  }

  return (
    <>
      <Group gap="sm">
        {taken.map((_, at) => (
          <Button
            // biome-ignore lint/suspicious/noArrayIndexKey: a check is its place
            key={at}
            size="lg"
            fz="md"
            variant={at === check ? 'filled' : 'default'}
            aria-pressed={at === check}
            onClick={() => setCheck(at)}
          >
            {t('split.check', { place: at + 2 })}
          </Button>
        ))}
        {taken.length < MOST_CHECKS && (
          <Button size="lg" fz="md" variant="subtle" leftSection={<Icon name="plus" />} onClick={add}>
            {t('split.another')}
          </Button>
        )}
      </Group>
      <Text size="sm">{t('split.pick', { place: check + 2 })}</Text>
      <ul className={classes.picks}>
        {linesOf(order).map((line) => (
          <LineParts
            key={line.id}
            line={line}
            what={name(line.names)}
            amount={taken[check]?.[line.id] ?? 0}
            left={leftFor(line, taken, check)}
            onTake={(amount) => onChange(withTaken(taken, { check, line, amount }))}
          />
        ))}
      </ul>
    </>
  );
}

interface LinePartsProps {
  line: SplitLine;
  what: string;
  amount: number;
  /** What there is for this check, with what it has. */
  left: number;
  onTake: (amount: number) => void;
}

function LineParts({ line, what, amount, left, onTake }: LinePartsProps) {
  const { t, i18n } = useTranslation();
  const number = numberFormat(i18n.language, { maximumFractionDigits: 3 });
  const step = (label: string, sign: string, next: number, isOff: boolean) => (
    <Button
      size="lg"
      px="md"
      variant="default"
      aria-label={`${label}: ${what}`}
      disabled={isOff}
      onClick={() => onTake(next)}
    >
      {sign}
    </Button>
  );
  return (
    <li className={classes.pick} data-taken={amount > 0 || undefined}>
      <span className={classes.what}>
        {what}
        <span className={classes.of}>
          {t('split.partOf', { part: number.format(amount / ONE), whole: number.format(Number(line.quantity)) })}
        </span>
      </span>
      <Group gap="xs" wrap="nowrap">
        {step(t('split.less'), '−', amount - ONE, amount === 0)}
        {step(t('split.more'), '+', amount + ONE, amount >= left)}
        {FRACTIONS.map(({ sign, of }) => (
          <Button
            key={sign}
            size="lg"
            px="md"
            variant="default"
            aria-label={`${sign} ${what}`}
            disabled={left === 0}
            onClick={() => onTake(Math.floor((Number(line.quantity) * ONE) / of))}
          >
            {sign}
          </Button>
        ))}
      </Group>
    </li>
  );
}
