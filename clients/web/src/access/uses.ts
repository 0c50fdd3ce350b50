/** That a client asks for a field. */
interface Use {
  clientId: string;
  client: string;
  coordinate: string;
  count: number;
  /** Like 2026-11-21. */
  lastDay: string;
}

interface Client {
  id: string;
  name: string;
  usage: { fields: readonly Pick<Use, 'coordinate' | 'count' | 'lastDay'>[] };
}

/** Who uses what, field by field, and of each field who uses it most first. */
export function usesOf(clients: readonly Client[]): Use[] {
  return clients
    .flatMap(({ id, name, usage }) =>
      usage.fields.map(({ coordinate, count, lastDay }) => ({
        clientId: id,
        client: name,
        coordinate,
        count,
        lastDay,
      })),
    )
    .sort((one, other) => one.coordinate.localeCompare(other.coordinate) || other.count - one.count);
}
