import { redisFailure } from '@mycelium/kit/redis-failure';
import { UploadRefused } from '@mycelium/kit/uploads/upload-refused';
import { GraphQLError } from 'graphql';

/** The address of an upload that is none, or no longer. Which of them, nobody learns who guesses. */
export function noAddress(): GraphQLError {
  return refusal(404, 'This address no longer works: it was used, or its hour is over. Ask for a new one.', {
    code: 'NOT_FOUND',
    reason: 'ADDRESS_ENDED',
  });
}

export function otherType(type: string): GraphQLError {
  return refusal(415, `This upload was said to be ${type}; send it with this Content-Type.`, {
    reason: 'OTHER_TYPE',
    path: ['type'],
  });
}

export function otherLength(bytes: number): GraphQLError {
  return refusal(400, `This upload was said to have ${bytes} bytes.`, { reason: 'OTHER_LENGTH', path: ['bytes'] });
}

/** Which argument of `createUpload` said otherwise. */
const pathOf: { [Reason in UploadRefused['reason']]?: string[] } = {
  OTHER_LENGTH: ['bytes'],
  NOT_A_PICTURE: ['type'],
  NOT_A_VIDEO: ['type'],
};

/** What whoever uploads is told of an error; the error itself when it is one of ours. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof UploadRefused) {
    const { reason, message } = error;
    if (reason === 'TOO_MUCH_KEPT') return refusal(429, message, { code: 'RATE_LIMITED', reason });
    const path = pathOf[reason];
    return refusal(reason === 'TRICKLED' ? 408 : 400, message, { reason, ...(path && { path }) });
  }
  if (isFull(error))
    return refusal(507, 'There is no room for this upload on the server at the moment; try again later.', {
      code: 'UNAVAILABLE',
      reason: 'NO_ROOM',
    });
  return redisFailure(error) ?? error;
}

/** The disk, or what of it may be used. */
function isFull(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ENOSPC' || error.code === 'EDQUOT';
}

function refusal(
  status: number,
  message: string,
  extensions: { code?: string; reason: string; path?: string[] },
): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', ...extensions, http: { status } } });
}
