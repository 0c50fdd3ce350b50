import type { Context } from '@mycelium/kit/context';
import { unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { z } from 'zod';
import { lockOrder, lockWithLines } from '../order/find-orders.ts';
import type { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { tellOrder } from '../order/tell-order.ts';
import { sendLines } from './send-lines.ts';

const courseSchema = z.number().int().min(1, 'Counts from 1').max(20, 'At most 20').nullish();

/** Lets a course of a placed order be made, and tells the kitchen what was changed since it was told last. */
export async function fireOrder(ctx: Context, id: string, given: number | null | undefined): Promise<Order> {
  const course = parseInput(courseSchema, given, ['course']);
  const { order, lines } = await lockWithLines(ctx, id);
  checkIs(order, order.progress !== OrderProgress.DRAFT && order.progress !== OrderProgress.VOID);
  const isNew = course != null && !order.firedCourses.includes(course);
  if (isNew) order.firedCourses = [...order.firedCourses, course].sort((one, other) => one - other);
  const isSent = await sendLines(ctx, order, lines);
  return isNew || isSent ? told(ctx, order) : unchanged(ctx, order);
}

/** Lets a course wait: of what the kitchen was not told yet, nothing is made until it is fired. */
export async function holdCourse(ctx: Context, id: string, given: number): Promise<Order> {
  const course = parseInput(courseSchema, given, ['course']);
  const order = await lockOrder(ctx, id);
  checkIs(order, order.progress !== OrderProgress.VOID);
  if (!order.firedCourses.includes(Number(course))) return unchanged(ctx, order);
  order.firedCourses = order.firedCourses.filter((each) => each !== course);
  return told(ctx, order);
}

function checkIs({ progress }: Order, isFit: boolean): void {
  if (!isFit) throw new Conflict(`This order is ${progress}.`, { reason: 'ORDER_STATE', state: progress });
}

async function told(ctx: Context, order: Order): Promise<Order> {
  await ctx.em.flush();
  tellOrder(ctx, order);
  return order;
}
