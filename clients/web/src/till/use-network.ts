import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import { useLive } from '@mycelium/client-kit/use-live';
import { useStation } from '../station/use-station.ts';

/** Whether the server can be reached, as far as this till knows. */
export function useNetwork(): boolean {
  const { connection, outbox } = useStation();
  const { state } = useLive(connection);
  const { isAway } = useOutbox(outbox);
  return state !== 'offline' && !isAway;
}
