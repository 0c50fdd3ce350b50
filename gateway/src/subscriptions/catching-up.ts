import type { Group, Member } from './group.ts';
import type { Interest } from './interest.ts';
import type { Said } from './recent.ts';

/** A group that is under way, and those who come after it from a position in the past. */
export interface Live {
  key: string;
  interest: Interest;
  group: Group;
  catchingUp: Set<Group>;
}

/** Hands those who catch up over to the group when it knows their position; how many they are, or nothing when it does not yet. */
export function handOver({ group, catchingUp }: Live, past: Group): number | undefined {
  const missed = group.recent.since(past.recent.position());
  if (!missed) {
    // The group comes later to where they are: they wait for it, so that they do not run away from it for ever.
    if (past.recent.since(group.recent.position())) past.stop();
    return undefined;
  }
  past.stop();
  catchingUp.delete(past);
  for (const [member, interest] of past.members) joinBehind(missed, group, member, interest);
  const count = past.members.size;
  past.members.clear();
  return count;
}

/** Takes a member into a group: what that has said since the member's position comes first. */
export function joinBehind(missed: readonly Said[], group: Group, member: Member, interest: Interest): void {
  for (const { payload, position } of missed) member.next(payload, position);
  group.members.set(member, interest);
}

/** Takes a member into a group from now on: how it is now comes first, where the group follows a state that the member does not know. */
export function joinNow(group: Group, member: Member, interest: Interest): void {
  const state = group.state();
  const position = group.recent.position();
  const isKnown = position !== undefined && String(interest.after) === position;
  if (state !== undefined && !isKnown) member.next(state, position);
  group.members.set(member, interest);
}
