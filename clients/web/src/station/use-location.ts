import { useState } from 'react';
import { locationsOf, type StationLocation, type Who } from './who.ts';

const KEY = 'mycelium.station.location';

interface Choice {
  choices: readonly StationLocation[];
  location: StationLocation | undefined;
  choose: (id: string | undefined) => void;
}

/** Where one works: the only location there is, the one that the address asks for, or the one that was chosen, which this browser keeps. */
export function useLocationChoice(who: Who): Choice {
  const [chosen, setChosen] = useState(askedLocation);
  const choices = locationsOf(who);
  const location = choices.length === 1 ? choices[0] : choices.find(({ id }) => id === chosen);
  return {
    choices,
    location,
    choose(id) {
      if (id) localStorage.setItem(KEY, id);
      else localStorage.removeItem(KEY);
      setChosen(id);
    },
  };
}

function askedLocation(): string | undefined {
  return new URLSearchParams(window.location.search).get('at') ?? localStorage.getItem(KEY) ?? undefined;
}
