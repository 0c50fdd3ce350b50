import { createOutbox, type Outbox, type OutboxOptions } from '@mycelium/client-kit/outbox/outbox';
import { sendWith } from '@mycelium/client-kit/outbox/send-entry';
import { useEffect, useMemo } from 'react';
import { serverClock } from './device.ts';
import type { StationGraph } from './graph.ts';
import type { StationPage } from './page.ts';
import { rememberQueue } from './queue/left-behind.ts';
import type { StationLocation } from './who.ts';

/** A queue belongs to a page and to a location: a device that is paired there again goes on with what it had. */
export const queueName = (kind: StationPage['kind'], locationId: string) => `${kind.toLowerCase()}.${locationId}`;

/** The outbox of a page at a location, as long as the page is there. */
export function useQueue(
  { writer, connection }: StationGraph,
  { kind, operations, together }: StationPage,
  { id, name }: StationLocation,
  onSent: NonNullable<OutboxOptions['onDone']>,
): Outbox {
  const outbox = useMemo(() => {
    const send = sendWith(writer, operations, together);
    return createOutbox({ name: queueName(kind, id), send, now: serverClock.now, onDone: onSent });
  }, [writer, kind, operations, together, id, onSent]);
  useEffect(() => {
    const forget = rememberQueue(queueName(kind, id), name, outbox);
    return () => {
      forget();
      outbox.close();
    };
  }, [outbox, kind, id, name]);
  // The socket finds the server again on its own, also where the network never went and no browser says that it is back.
  useEffect(() => {
    let { state } = connection.snapshot();
    return connection.subscribe(() => {
      const next = connection.snapshot().state;
      if (next === 'live' && state !== 'live') outbox.hurry();
      state = next;
    });
  }, [outbox, connection]);
  return outbox;
}
