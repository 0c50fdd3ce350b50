import { Maintenance } from './Maintenance.tsx';
import { MovedClock } from './MovedClock.tsx';
import { useBusinessClock } from './use-business-clock.ts';

/** What concerns every page: that the clock was moved, and maintenance by what it says. */
export function Announcements() {
  const { now, isMoved, askAgain } = useBusinessClock();
  return (
    <>
      {isMoved && <MovedClock now={now} onBack={askAgain} />}
      <Maintenance now={now} />
    </>
  );
}
