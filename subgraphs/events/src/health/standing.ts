import { registerEnumType } from 'type-graphql';
import type { Failing } from './failing.ts';

export enum Standing {
  OK = 'OK',
  WAITING = 'WAITING',
  ATTENTION = 'ATTENTION',
  FAILING = 'FAILING',
  OFF = 'OFF',
}
registerEnumType(Standing, {
  name: 'Standing',
  description: 'How a channel, an application or a webhook is doing, on one scale.',
  valuesConfig: {
    OK: { description: 'What is sent to it arrives.' },
    WAITING: { description: 'Something is waiting there, and nothing has been acknowledged in the last hour yet.' },
    ATTENTION: {
      description:
        'Somebody should look: the last attempt failed, something was given up and is kept, half or more failed in the last hour, or something has been waiting for more than 5 minutes.',
    },
    FAILING: {
      description:
        'Nothing succeeds any longer: three attempts in a row failed, something was given up since the last success, or it was stopped for that.',
    },
    OFF: {
      description: 'It receives nothing because somebody wanted it so: it is paused, or the product is switched off.',
    },
  },
});

/** How many attempts in a row must fail until that is no longer a hiccup. */
const IN_A_ROW = 3;

/** Something that waits for longer is late. */
export const LATE_MS = 5 * 60_000;

/** What is known of a channel. */
export interface ChannelFacts {
  isOff: boolean;
  isPaused: boolean;
  /** Whether nobody is meant to take what waits there. */
  isNobodys?: boolean;
  /** Whether its target is left in peace, since too much failed. */
  isBroken: boolean;
  failing?: Failing;
  pending: number;
  /** What was given up and is kept. */
  failed: number;
  acknowledgedLastHour: number;
  failedLastHour: number;
  oldestPublishedAt?: Date;
}

/** How a channel does, by what was tried last and in the last hour. */
export function standingOf(facts: ChannelFacts, now = Date.now()): Standing {
  const { isOff, isPaused, isBroken, failing, pending, failed, acknowledgedLastHour, failedLastHour } = facts;
  if (isOff || isPaused) return Standing.OFF;
  if (facts.isNobodys) return pending > 0 ? Standing.WAITING : Standing.OK;
  const isOpen = pending > 0 || failed > 0 || failedLastHour > 0;
  if (isBroken || (failing && isOpen && isLasting(failing))) return Standing.FAILING;
  const failedMost = failedLastHour > 0 && failedLastHour >= acknowledgedLastHour;
  const isLate = pending > 0 && facts.oldestPublishedAt && now - facts.oldestPublishedAt.getTime() > LATE_MS;
  if ((failing && isOpen) || failed > 0 || failedMost || isLate) return Standing.ATTENTION;
  return pending > 0 && acknowledgedLastHour === 0 ? Standing.WAITING : Standing.OK;
}

/** What is known of a webhook endpoint. */
export interface EndpointFacts {
  isPaused: boolean;
  /** Whether it was stopped by itself. */
  isDisabled: boolean;
  failing?: Failing;
  failed: number;
}

/** How an endpoint does; it may wait for days with good reason. */
export function standingOfEndpoint({ isPaused, isDisabled, failing, failed }: EndpointFacts): Standing {
  if (isPaused) return Standing.OFF;
  if (isDisabled || (failing && isLasting(failing))) return Standing.FAILING;
  return failing || failed > 0 ? Standing.ATTENTION : Standing.OK;
}

const order = [Standing.FAILING, Standing.ATTENTION, Standing.WAITING, Standing.OK];

/** How several do together: as the worst of those that are on. */
export function worstOf(standings: readonly Standing[]): Standing {
  return order.find((each) => standings.includes(each)) ?? Standing.OFF;
}

function isLasting({ attempts, gaveUp }: Failing): boolean {
  return attempts >= IN_A_ROW || gaveUp > 0;
}
