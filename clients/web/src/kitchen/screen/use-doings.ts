import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showProblem } from '../../station/show-problem.ts';
import { useStation } from '../../station/use-station.ts';
import type { Doing } from '../tickets/own-doing.ts';
import type { Ticket } from '../tickets/tickets.ts';

export type Act = (ticket: Pick<Ticket, 'id' | 'version' | 'order'>, operation: Doing['operation']) => Promise<void>;

/** Bumps and recalls tickets through the outbox, and knows what was done here that the server has not told yet. */
export function useDoings() {
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
