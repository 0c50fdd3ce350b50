import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useKept } from '../../station/kept/use-kept.ts';
import { useStation } from '../../station/use-station.ts';
import { leaveScreen } from '../screen/chosen-screen.ts';
import classes from '../screen/Screen.module.css';
import type { Screen } from '../screen/screens.ts';
import { useArrivals } from '../screen/use-arrivals.ts';
import { useDoings } from '../screen/use-doings.ts';
import { useAhead } from '../screen/use-kitchen-now.ts';
import { playReady } from '../sound/play.ts';
import { useAudio } from '../sound/use-audio.ts';
import { useMuted } from '../sound/use-muted.ts';
import { bumpedWith } from '../tickets/own-doing.ts';
import { OrderCard } from './OrderCard.tsx';
import { ordersIn } from './orders.ts';
import { isReady } from './parts.ts';

/** All stations of a kitchen by order: what is still to be made where, and what is ready to go out. */
export function ExpediterScreen({ stations }: { stations: readonly Screen[] }) {
  const { t, i18n } = useTranslation();
  const { location, may, enqueue, newId } = useStation();
  const { language } = i18n;
  const source = useMemo(() => ordersIn({ locationId: location.id, language }), [location.id, language]);
  const { value, problem, askAgain } = useKept(source);
  const tickets = useMemo(() => value?.orders.flatMap((order) => order.tickets), [value]);
  const { act, done, entries } = useDoings(tickets);
  const { aheadMs, isMoved } = useAhead();
  const { audio, allow } = useAudio();
  const { isMuted, toggle } = useMuted();
  const ready = value?.orders.filter((order) => isReady(order, bumpedWith(entries, done))).map(({ id }) => id);
  const fresh = useArrivals(ready, () => audio && !isMuted && playReady(audio));
  const limits = useMemo(() => new Map(stations.map((station) => [station.id, station])), [stations]);

  if (!value) return problem ? <Trouble problem={problem} onRetry={askAgain} /> : <Waiting shape={['list']} />;
  const isServed = (id: string) =>
    entries.some(
      ({ operation, variables, state }) => operation === 'serveOrder' && variables.id === id && state !== 'REFUSED',
    );
  const isDone = bumpedWith(entries, done);
  const orders = value.orders.filter(({ id }) => !isServed(id));
  const serve = (id: string) => void enqueue({ key: newId(), order: id, operation: 'serveOrder', variables: { id } });
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <Text component="h2" fw={600} size="lg" className={classes.title}>
          {t('kitchen.expediter')}{' '}
          <Text span c="var(--quiet)">
            {t('kitchen.ordersWaiting', { count: orders.length })}
          </Text>
        </Text>
        {!isMuted && !audio && (
          <Button size="md" variant="filled" leftSection={<Icon name="bell" />} onClick={allow}>
            {t('kitchen.allowSound')}
          </Button>
        )}
        <Button size="md" variant="default" leftSection={<Icon name="bell" />} aria-pressed={isMuted} onClick={toggle}>
          {t(isMuted ? 'kitchen.soundIsOff' : 'kitchen.soundIsOn')}
        </Button>
        <Button size="md" variant="default" leftSection={<Icon name="swap" />} onClick={leaveScreen}>
          {t('kitchen.otherScreen')}
        </Button>
      </div>
      <div className={classes.work}>
        {orders.length === 0 ? (
          <div className={classes.nothing}>
            <Empty icon="check" title={t('kitchen.noOrdersTitle')} text={t('kitchen.noOrdersText')} />
          </div>
        ) : (
          <ol className={classes.cards} aria-label={t('kitchen.orders')}>
            {orders.map((order) => (
              <OrderCard
                key={order.id}
                order={order}
                isDone={isDone}
                limits={limits}
                aheadMs={aheadMs}
                isFresh={fresh.has(order.id)}
                saysLate={!isMoved}
                onBump={(ticket) => void act({ ...ticket, order }, 'bumpTicket')}
                onServe={may('order:write') ? () => serve(order.id) : undefined}
              />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
