import { waitAfter } from '@mycelium/client-kit/patience';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useEffect, useState } from 'react';
import { deviceToken } from './device.ts';
import type { StationGraph } from './graph.ts';
import { StationViewerDocument, type Who } from './who.ts';

interface Known {
  who?: Who;
  problem?: Problem;
}

const KEY = 'mycelium.station.who';
const AGAIN_MS = 10 * 60_000;

/** Who works here: as it was known the last time until the server has answered, so that a station starts without it. */
export function useWho({ client }: StationGraph, asked: string): Known {
  const [known, setKnown] = useState<Known>(() => ({ who: keptFor(asked) }));
  useEffect(() => {
    let isOver = false;
    const follow = async () => {
      for (let failures = 0; !isOver; await waitAfter(failures)) {
        const { data, error } = await client.query(StationViewerDocument, {});
        if (isOver) return;
        const viewer = data?.viewer;
        if (viewer?.tenant) {
          const who = { ...viewer, tenant: viewer.tenant };
          keep(asked, who);
          setKnown({ who });
          failures = 0;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
          continue;
        }
        // A token that is refused is dropped by the client; one of a screen or of nobody is none of ours.
        if (!error) return void deviceToken.renew(deviceToken.token());
        failures++;
        setKnown(({ who }) => ({ who, problem: problemOf(error) }));
      }
    };
    void follow();
    return () => {
      isOver = true;
    };
  }, [client, asked]);
  return known;
}

function keep(asked: string, who: Who): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ asked, who }));
  } catch {
    // Without room it is asked for at each start.
  }
}

function keptFor(asked: string): Who | undefined {
  try {
    const kept: { asked?: string; who?: Who } = JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {};
    return kept.asked === asked ? kept.who : undefined;
  } catch {
    return undefined;
  }
}
