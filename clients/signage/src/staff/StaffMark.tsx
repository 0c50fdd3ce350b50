import type { Connection } from '@mycelium/client-kit/live';
import { useAge, useLive } from '@mycelium/client-kit/use-live';
import { appVersion } from '../app-version.ts';
import type { Kept } from '../content/content-store.ts';
import './staff-mark.css';

/** For staff who asked: which screen this is, whether it hears the server, and how old what it shows is. */
export function StaffMark({ connection, kept }: { connection: Connection; kept: Kept | undefined }) {
  const live = useLive(connection);
  const age = useAge(live);
  const saved = kept && new Date(kept.savedAt).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <aside className={live.state === 'offline' ? 'staff-mark is-offline' : 'staff-mark'}>
      <b>{kept?.content.name ?? 'Not paired'}</b>
      <span>{live.state === 'offline' ? `offline for ${age ?? 0} s` : live.state}</span>
      {kept && <span>{kept.content.board?.name ?? 'no board'}</span>}
      {saved && <span>as of {saved}</span>}
      <span>{`${innerWidth}×${innerHeight}`}</span>
      <span>{appVersion}</span>
    </aside>
  );
}
