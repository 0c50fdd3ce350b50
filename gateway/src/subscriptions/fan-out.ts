import type { Viewer } from '@mycelium/kit/viewer';
import type { GraphQLFormattedError } from 'graphql';
import { handOver, joinBehind, joinNow, type Live } from './catching-up.ts';
import { type Group, type GroupOptions, type Member, openGroup } from './group.ts';
import { type Interest, keyOf } from './interest.ts';
import { replan } from './replan.ts';

/** The place of a member. */
export interface Seat {
  leave(): void;
  /** Its viewer has other grants now. */
  renew(viewer: Viewer): void;
}

export type FanOut = ReturnType<typeof createFanOut>;

/** Groups identical subscriptions; who resumes catches up on its own upstream and then joins its group. */
export function createFanOut(options: GroupOptions) {
  const lives = new Map<string, Live>();
  const homes = new Map<Member, Live>();
  const { metrics } = options;

  const openLive = (key: string, interest: Interest): Live => {
    const live: Live = {
      key,
      interest,
      catchingUp: new Set(),
      group: openGroup({ ...interest, after: undefined }, options, {
        onDelivered: () => {
          for (const past of [...live.catchingUp]) meet(live, past);
        },
        onEnd: (farewell) => {
          for (const group of [live.group, ...live.catchingUp]) dismiss(live, group, farewell);
        },
      }),
    };
    lives.set(key, live);
    return live;
  };

  const openPast = (live: Live, interest: Interest): Group => {
    const past = openGroup(interest, options, {
      onDelivered: () => {
        if (live.catchingUp.has(past)) meet(live, past);
      },
      onEnd: (farewell) => dismiss(live, past, farewell),
    });
    live.catchingUp.add(past);
    return past;
  };

  const meet = (live: Live, past: Group): void => {
    const count = handOver(live, past);
    if (count !== undefined) metrics.resumed.inc({ how: 'caught up' }, count);
  };

  const place = (live: Live, interest: Interest, member: Member): void => {
    const { after } = interest;
    homes.set(member, live);
    if (after === undefined || interest.plan.isState) {
      joinNow(live.group, member, interest);
      return;
    }
    const position = String(after);
    const missed = live.group.recent.since(position);
    if (missed) {
      metrics.resumed.inc({ how: 'at once' });
      joinBehind(missed, live.group, member, interest);
      return;
    }
    const fellow = [...live.catchingUp].find(({ recent }) => recent.position() === position);
    (fellow ?? openPast(live, interest)).members.set(member, interest);
  };

  const closeIfUnwanted = (live: Live): void => {
    for (const past of live.catchingUp) {
      if (past.members.size > 0) continue;
      past.stop();
      live.catchingUp.delete(past);
    }
    if (live.group.members.size > 0 || live.catchingUp.size > 0) return;
    live.group.stop();
    if (lives.get(live.key) === live) lives.delete(live.key);
  };

  const dismiss = (live: Live, group: Group, farewell: (member: Member) => void): void => {
    const leaving = [...group.members.keys()];
    group.members.clear();
    for (const member of leaving) homes.delete(member);
    metrics.subscriptions.dec(leaving.length);
    if (group === live.group && lives.get(live.key) === live) lives.delete(live.key);
    closeIfUnwanted(live);
    for (const member of leaving) farewell(member);
  };

  const leave = (member: Member): void => {
    const live = homes.get(member);
    if (!live) return;
    homes.delete(member);
    for (const { members } of [live.group, ...live.catchingUp]) members.delete(member);
    metrics.subscriptions.dec();
    closeIfUnwanted(live);
  };

  const add = (interest: Interest, member: Member): void => {
    const key = keyOf(interest);
    place(lives.get(key) ?? openLive(key, interest), interest, member);
  };

  /** Each member finds its group again, from where it stands. */
  const scatter = (live: Live, next: Interest): void => {
    for (const group of [live.group, ...live.catchingUp]) {
      group.stop();
      const after = group.recent.position();
      const members = [...group.members];
      // What is being completed now is delivered where they go.
      group.members.clear();
      for (const [member, { viewer }] of members) add({ ...next, viewer, after }, member);
    }
  };

  const move = (live: Live): void => {
    const { runtime } = options.served();
    const next = replan(live.interest, runtime, options);
    if ('told' in next) {
      metrics.moved.inc({ how: 'ended' });
      end(live, next.told);
      return;
    }
    const { interest } = next;
    const wasShared = !live.interest.plan.operation.viewerSpecific;
    const key = keyOf(interest);
    if (lives.has(key) || (wasShared && interest.plan.operation.viewerSpecific)) {
      scatter(live, interest);
      return;
    }
    live.key = key;
    live.interest = interest;
    lives.set(key, live);
    for (const group of [live.group, ...live.catchingUp]) group.move(interest);
  };

  const end = (live: Live, told: readonly GraphQLFormattedError[]): void => {
    for (const group of [live.group, ...live.catchingUp]) dismiss(live, group, (member) => member.error(told));
  };

  /** The same subscription with other grants, from where it stands; or its end alone, when they do not allow it. */
  const renew = (member: Member, viewer: Viewer): void => {
    const live = homes.get(member);
    const group = live && [live.group, ...live.catchingUp].find(({ members }) => members.has(member));
    const held = group?.members.get(member);
    if (!live || !group || !held) return;
    const next = replan({ ...live.interest, viewer }, options.served().runtime, options);
    if ('interest' in next && keyOf(next.interest) === live.key) {
      group.members.set(member, { ...held, viewer });
      return;
    }
    const after = group.recent.position();
    group.members.delete(member);
    if ('told' in next) {
      homes.delete(member);
      metrics.subscriptions.dec();
      member.error(next.told);
    } else {
      add({ ...next.interest, after }, member);
    }
    closeIfUnwanted(live);
  };

  return {
    /** Adds a member; the last one out ends the upstream. */
    join(interest: Interest, member: Member): Seat {
      const { runtime } = options.served();
      // A supergraph may have come between the planning and this.
      const next = interest.plan.runtime === runtime ? { interest } : replan(interest, runtime, options);
      if ('told' in next) {
        member.error(next.told);
        return { leave: () => {}, renew: () => {} };
      }
      metrics.subscriptions.inc();
      add(next.interest, member);
      return { leave: () => leave(member), renew: (viewer) => renew(member, viewer) };
    },
    /** Moves every subscription to what is served now; ends those, and only those, that are not valid there. */
    move(): void {
      const moving = [...lives.values()];
      lives.clear();
      for (const live of moving) move(live);
    },
    close(): void {
      for (const { group, catchingUp } of lives.values()) {
        for (const each of [group, ...catchingUp]) each.stop();
      }
    },
  };
}
