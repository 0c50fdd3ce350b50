import { Button, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useTenant } from '../session/viewer.tsx';
import type { Part } from './health.ts';
import { healthState } from './health-state.ts';
import classes from './Tile.module.css';

/** One part of the health. When whoever answers for it is away, the tile says so and the others stay. */
export function Tile({
  title,
  part,
  onRetry,
  children,
}: {
  title: string;
  part: Part | null | undefined;
  onRetry: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { state, word } = healthState(part);
  return (
    <section className={classes.tile} aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="h4">
          {title}
        </Title>
        <StateMark state={state} word={t(`health.${word}`)} />
      </Group>
      {part ? (
        <span className={classes.quiet}>
          {t(`health.code.${part.code}`, numbersOf(part))}
          {part.since && (
            <>
              {' · '}
              <Moment at={part.since} timeZone={timeZone} />
            </>
          )}
        </span>
      ) : (
        <Group justify="space-between">
          <span className={classes.quiet}>{t('health.awayText')}</span>
          <Button size="sm" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        </Group>
      )}
      {children}
    </section>
  );
}

const none = {
  screens: 0,
  offline: 0,
  changes: 0,
  items: 0,
  soldOut: 0,
  active: 0,
  paused: 0,
  syncs: 0,
  failed: 0,
  channels: 0,
  troubled: 0,
  advised: 0,
  open: 0,
  overdue: 0,
  late: 0,
};

/** The numbers that the words of a code may name. */
function numbersOf({ values }: Part) {
  return { ...none, ...Object.fromEntries(values.map(({ name, count }) => [name, count])) };
}
