/** Thrown by a reaction to an event that no other try would mend: it is given up at once, and `reason` begins what is said of it. */
export class GivenUp extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(`${reason}: ${message}`);
  }
}
