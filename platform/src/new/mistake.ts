/** What the person asked for cannot be; the message says why. */
export class Mistake extends Error {}
