const STEP_MS = 5 * 60_000;
const REACH = 4;

/** Where the layout stands at a moment: a few pixels around its place, on a path that takes hours. */
export function driftAt(milliseconds: number): { x: number; y: number } {
  const step = Math.floor(milliseconds / STEP_MS);
  return { x: triangle(step, 7), y: triangle(step, 11) };
}

/** Keeps a still picture from burning into the panel. */
export function startDrift(target: HTMLElement): void {
  const move = () => {
    const { x, y } = driftAt(Date.now());
    target.style.translate = `${x}px ${y}px`;
  };
  setInterval(move, STEP_MS);
  move();
}

/** Back and forth between -REACH and REACH, with a different slowness for each axis so that the path does not repeat soon. */
function triangle(step: number, slowness: number): number {
  const at = Math.floor((step * 3) / slowness) % (4 * REACH);
  return Math.abs(at - 2 * REACH) - REACH;
}
