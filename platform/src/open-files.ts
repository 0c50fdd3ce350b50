import { StoreFailure } from '@mycelium/kit/files/file-store';
import { checkFiles, type Files, openFiles } from '@mycelium/kit/files/files';
import type { Logger } from '@mycelium/kit/log';
import type { Env } from './env.ts';
import { Refusal } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** Where uploads and pictures are kept: in the bucket that is configured, else in the data folder. */
export async function openOurFiles(env: Env, secret: string, shutdown: Shutdown, log: Logger): Promise<Files> {
  const { dataDir: directory, FILES_URL: bucket, MYCELIUM_OLD_SECRETS: oldSecrets } = env;
  const files = await openFiles({ directory, bucket, secret, oldSecrets });
  shutdown.defer(() => files.close());
  await checkFiles(files, log).catch((error: unknown) => {
    if (!(error instanceof StoreFailure)) throw error;
    throw new Refusal(`${bucket ? 'FILES_URL' : 'DATA_DIR'}: ${error.message}`);
  });
  return files;
}
