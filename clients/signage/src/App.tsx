import { useEffect, useState, useSyncExternalStore } from 'react';
import { appVersion } from './app-version.ts';
import { Board } from './board/Board.tsx';
import { Nameplate } from './board/Nameplate.tsx';
import { followContent } from './content/follow-content.ts';
import { content } from './content/kept-content.ts';
import { client, connection, displayToken } from './graph.ts';
import { Pairing } from './pairing/Pairing.tsx';
import { fillScreen, onStaffGesture } from './screen/staff-gestures.ts';
import { StaffMark } from './staff/StaffMark.tsx';

/** A screen: its board once it is paired, a code until then. */
export function App() {
  const isPaired = useSyncExternalStore(displayToken.onChange, displayToken.token) !== undefined;
  const kept = useSyncExternalStore(content.subscribe, content.kept);
  const [isAsked, setAsked] = useState(false);

  useEffect(() => onStaffGesture({ fill: fillScreen, ask: () => setAsked((before) => !before) }), []);

  useEffect(() => {
    document.body.dataset.pageState = isPaired ? 'board' : 'pairing';
    if (isPaired) return followContent({ client, connection, displayToken, store: content, describe });
    content.forget();
    return undefined;
  }, [isPaired]);

  return (
    <>
      {isPaired ? kept ? <Board content={kept.content} /> : <Nameplate name={undefined} /> : <Pairing />}
      {isAsked && <StaffMark isPaired={isPaired} connection={connection} kept={kept} />}
    </>
  );
}

function describe() {
  return { appVersion, width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio };
}
