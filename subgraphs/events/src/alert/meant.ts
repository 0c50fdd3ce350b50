import { eventTypes } from '@mycelium/schema/event-types';
import type { Counters } from './conditions.ts';

type Channel = Counters['channels'][number];

/**
 * Whether somebody is meant to take what goes through a channel: nobody is while the target's product is off. What is sent to every
 * application is not meant for a program of the business suite that the tenant never ran; what names the application is.
 */
export function isMeant(channel: Channel, { off, nobodys }: Counters): boolean {
  if (off.has(channel.target)) return false;
  return !nobodys.has(channel.target) || isAddressed(channel);
}

function isAddressed({ source, target }: Channel): boolean {
  return [...eventTypes.values()].some(
    (type) => type.addressee && type.source === source && type.targets !== 'all' && type.targets.includes(target),
  );
}
