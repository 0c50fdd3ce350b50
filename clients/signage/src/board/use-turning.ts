import { useEffect, useState } from 'react';

const TURN_MS = 12_000;

/** Which of the pages is shown now. Screens turn by the clock, so that neighbours on a wall turn together. */
export function useTurning(pages: number): number {
  const [turn, setTurn] = useState(currentTurn);
  useEffect(() => {
    if (pages < 2) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          setTurn(currentTurn());
          wait();
        },
        TURN_MS - (Date.now() % TURN_MS),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [pages]);
  return pages === 0 ? 0 : turn % pages;
}

function currentTurn(): number {
  return Math.floor(Date.now() / TURN_MS);
}
