type Reason =
  | 'TRICKLED'
  | 'TOO_MUCH_KEPT'
  | 'OTHER_LENGTH'
  | 'NOT_A_PICTURE'
  | 'BROKEN_PICTURE'
  | 'TOO_MANY_PIXELS'
  | 'NOT_A_VIDEO';

/** What came is not taken; `reason` is for clients that say it in words of their own. */
export class UploadRefused extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
