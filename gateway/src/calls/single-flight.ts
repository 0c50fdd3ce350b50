import { parseExact } from '@mycelium/kit/exact-json';

/** Who asks later than this starts over: an answer that does not come must not keep everybody. */
const JOIN_MS = 1_000;

interface Flight<Result> {
  began: number;
  landed: Promise<{ result: Result; text?: string }>;
  followers: number;
}

/** Lets identical queries that are under way at the same time share one answer; each has its own copy, to do with as it likes. */
export function createSingleFlight<Result extends { data?: unknown }>(onShared: () => void) {
  const flights = new Map<string, Flight<Result>>();

  return async (key: string, start: () => Promise<Result>): Promise<Result> => {
    const under = flights.get(key);
    if (under && Date.now() - under.began < JOIN_MS) {
      under.followers += 1;
      onShared();
      const { result, text } = await under.landed;
      return { ...result, ...(text !== undefined && { data: parseExact(text) }) };
    }
    const flight: Flight<Result> = {
      began: Date.now(),
      followers: 0,
      // The copy is made before anyone has the original.
      landed: start()
        .finally(() => {
          if (flights.get(key) === flight) flights.delete(key);
        })
        .then((result) => ({ result, text: flight.followers > 0 ? JSON.stringify(result.data) : undefined })),
    };
    flights.set(key, flight);
    return (await flight.landed).result;
  };
}
