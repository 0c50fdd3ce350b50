import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../look/Empty.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useKept } from '../../station/kept/use-kept.ts';
import { useStation } from '../../station/use-station.ts';
import { playNew } from '../sound/play.ts';
import { useAudio } from '../sound/use-audio.ts';
import { heldAt } from '../tickets/held.ts';
import { bumpedWith, shownWith, unsentOf } from '../tickets/own-doing.ts';
import type { Ticket } from '../tickets/tickets.ts';
import { ticketsAt } from '../tickets/tickets-at.ts';
import { AllDay } from './AllDay.tsx';
import classes from './Screen.module.css';
import { ScreenBar } from './ScreenBar.tsx';
import type { Screen } from './screens.ts';
import { TicketCard } from './TicketCard.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useArrivals, useWarnings } from './use-arrivals.ts';
import { useBumpBar } from './use-bump-bar.ts';
import { useDoings } from './use-doings.ts';
import { useAhead } from './use-kitchen-now.ts';
import { useSlidIn } from './use-slid-in.ts';

const NONE: readonly Ticket[] = [];

/** What a station has to make, ticket by ticket. */
export function StationScreen({ station }: { station: Screen }) {
  const { t, i18n } = useTranslation();
  const { location } = useStation();
  const { language } = i18n;
  const at = { locationId: location.id, stationId: station.id };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are all there is in it
  const source = useMemo(() => ticketsAt({ ...at, language }), [location.id, station.id, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const heldSource = useMemo(() => heldAt(at), [location.id, station.id]);
  const { value, problem, askAgain } = useKept(source);
  const held = useKept(heldSource).value?.counts ?? [];
  const { act, done, entries } = useDoings(value?.open);
  const { audio, allow } = useAudio();
  const { aheadMs, isMoved } = useAhead();
  const shown = useMemo(() => value && shownWith(value, bumpedWith(entries, done)), [value, entries, done]);
  const [last, setLast] = useState<Ticket>();
  const there = useMemo(() => value?.open.map(({ id }) => id), [value]);
  const fresh = useArrivals(there, () => audio && playNew(audio, station.sound));
  const open = shown?.open ?? NONE;
  useWarnings({ ...station, open, audio, aheadMs });
  const hasSlidIn = useSlidIn(open);

  function bump(ticket: Ticket | undefined) {
    if (!ticket || hasSlidIn(ticket)) return;
    setLast(ticket);
    void act(ticket, 'bumpTicket');
  }
  function recall(ticket: Ticket) {
    setLast(undefined);
    void act(newestOf(ticket), 'recallTicket');
  }
  const all = value ? [...value.open, ...value.bumped] : NONE;
  const newestOf = (ticket: Ticket) => all.find(({ id }) => id === ticket.id) ?? ticket;
  useBumpBar({ onTicket: (place) => bump(open[place]), onUndo: () => last && recall(last) });

  if (!shown) return problem ? <Trouble problem={problem} onRetry={askAgain} /> : <Waiting shape={['list']} />;
  return (
    <div className={classes.screen}>
      <ScreenBar
        station={station}
        waiting={open.length}
        isSilent={station.sound !== 'OFF' && !audio}
        onAllow={allow}
        bumped={shown.bumped}
        unsent={unsentOf(entries)}
        onRecall={recall}
      />
      <div className={classes.work}>
        {open.length === 0 ? (
          <div className={classes.nothing}>
            <Empty icon="check" title={t('kitchen.emptyTitle')} text={t('kitchen.emptyText')} />
          </div>
        ) : (
          <ol className={classes.cards} aria-label={t('kitchen.tickets')}>
            {open.map((ticket, place) => (
              <TicketCard
                key={ticket.id}
                ticket={ticket}
                others={all}
                place={place + 1}
                limits={station}
                aheadMs={aheadMs}
                isFresh={fresh.has(ticket.id)}
                saysLate={!isMoved}
                onBump={() => bump(ticket)}
              />
            ))}
          </ol>
        )}
        <AllDay open={open} all={all} held={held} />
      </div>
      {last && <UndoBar key={last.id} ticket={last} onUndo={() => recall(last)} onOver={() => setLast(undefined)} />}
    </div>
  );
}
