import { StoreFailure } from '@mycelium/kit/files/file-store';
import { dropOldUploads } from '@mycelium/kit/uploads/kept-upload';
import type { GatewayOptions } from '../options.ts';
import type { Ground } from './ground.ts';

const EVERY_MS = 3_600_000;
const OLD_MS = 24 * 3_600_000;

/** Removes uploads that nobody has worked on for a day, and what is left of those whose process died. */
export function keepTidy({ files }: GatewayOptions, { log }: Ground, closing: AsyncDisposableStack): void {
  if (!files) return;
  const sweep = () => {
    Promise.all([files.sweep(OLD_MS), dropOldUploads(files, OLD_MS)]).catch((error) =>
      log.warn(
        error instanceof StoreFailure ? { reason: error.message } : { err: error },
        'old uploads could not be removed',
      ),
    );
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  closing.defer(() => clearInterval(timer));
}
