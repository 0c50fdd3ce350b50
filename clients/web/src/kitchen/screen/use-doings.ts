import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showProblem } from '../../station/show-problem.ts';
import { useStation } from '../../station/use-station.ts';
import { type Doing, lastOf } from '../tickets/own-doing.ts';
import type { Ticket } from '../tickets/tickets.ts';

const NONE: readonly Pick<Ticket, 'id' | 'version'>[] = [];

export type Act = (ticket: Pick<Ticket, 'id' | 'version' | 'order'>, operation: Doing['operation']) => Promise<void>;

/**
 * Bumps and recalls tickets through the outbox, and knows what was done here with those that are shown, and that the server has not
 * told yet; also before the page was loaded again.
 */
export function useDoings(shown: readonly Pick<Ticket, 'id' | 'version'>[] = NONE) {
  const { t } = useTranslation();
  const { outbox, enqueue, newId } = useStation();
  const { entries } = useOutbox(outbox);
  const discarded = useRef(new Set<string>());
  const [done, setDone] = useState<ReadonlyMap<string, Doing>>(new Map());

  const forget = (id: string) => setDone((known) => new Map([...known].filter(([each]) => each !== id)));

  const act: Act = async ({ id, version, order }, operation) => {
    setDone((known) => new Map(known).set(id, { operation, version }));
    const isKept = await enqueue({ key: newId(), order: order.id, operation, variables: { id } });
    if (!isKept) forget(id);
  };

  // What waits from before is remembered like what is done now: it leaves the outbox before the server tells what came of it.
  useEffect(() => {
    const unknown = shown.flatMap(({ id, version }): [string, Doing][] => {
      const operation = done.has(id) ? undefined : lastOf(entries).get(id);
      return operation ? [[id, { operation, version }]] : [];
    });
    if (unknown.length > 0) setDone((known) => new Map([...known, ...unknown]));
  }, [shown, entries, done]);

  // What the server refuses comes to nothing: the ticket is as it says. A ticket that is void is done with anyway.
  useEffect(() => {
    for (const { key, state, reason, variables } of entries) {
      if (state !== 'REFUSED') continue;
      const id = String(variables.id);
      if (done.has(id)) forget(id);
      if (reason !== 'TICKET_VOID' || discarded.current.has(key)) continue;
      discarded.current.add(key);
      void outbox.discard(key, 'TICKET_VOID').then((isGone) => isGone && showProblem(t('kitchen.wasVoided')));
    }
  });

  return { act, done, entries };
}
