import type { Connection } from '@mycelium/client-kit/live';
import { stateSigns } from '@mycelium/client-kit/state';
import { useLive } from '@mycelium/client-kit/use-live';
import { appVersion } from '../app-version.ts';
import type { Kept } from '../content/content-store.ts';
import { wordsIn } from '../language/words.ts';
import { standingOf } from './standing.ts';
import './staff-mark.css';

interface StaffMarkProps {
  isPaired: boolean;
  connection: Connection;
  kept: Kept | undefined;
}

/** For staff who asked: which screen this is, whether it hears the server, and how old what it shows is. */
export function StaffMark({ isPaired, connection, kept }: StaffMarkProps) {
  const live = useLive(connection);
  const { mark } = wordsIn(navigator.language);
  const { state, word } = standingOf(isPaired, live.state);
  return (
    <aside className="staff-mark" data-state={state}>
      {kept && <b>{kept.content.name}</b>}
      <span className="standing">
        <svg aria-hidden="true" viewBox="0 0 24 24">
          <path d={stateSigns[state]} />
        </svg>
        {word === 'offline' ? mark.offline(moment(live.since)) : mark[word]}
      </span>
      {kept && <span>{kept.content.board?.name ?? mark.noBoard}</span>}
      {kept && <span>{mark.asOf(moment(kept.savedAt))}</span>}
      <span>{`${innerWidth}×${innerHeight}`}</span>
      <span>{appVersion}</span>
    </aside>
  );
}

function moment(at: number | string): string {
  return new Date(at).toLocaleString(navigator.language, { dateStyle: 'short', timeStyle: 'medium' });
}
