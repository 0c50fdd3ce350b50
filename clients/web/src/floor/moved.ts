/** A table and the plan it lies on, in the plan's units. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Tables stand on a grid, so that they are easily put in line. */
export const STEP = 20;

/** Where a table stands when it is moved by so much: on the grid, and all of it on the plan. */
export function movedBy(table: Box, by: { x: number; y: number }, plan: { width: number; height: number }) {
  const onGrid = (at: number, size: number, most: number): number => {
    const stepped = Math.round(at / STEP) * STEP;
    return Math.max(0, Math.min(stepped, most - size));
  };
  return {
    x: onGrid(table.x + by.x, table.width, plan.width),
    y: onGrid(table.y + by.y, table.height, plan.height),
  };
}
