import { Invalid } from '@mycelium/kit/errors';

/** Where something lies on a plan, before it is turned. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Throws Invalid unless all of it lies on the plan. */
export function checkFits({ x, y, width, height }: Place, plan: { width: number; height: number }, path: string[]) {
  if (x + width > plan.width || y + height > plan.height)
    throw new Invalid('A table lies on the plan of its area.', path, { reason: 'OUTSIDE', ...plan });
}
