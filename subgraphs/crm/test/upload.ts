import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openFiles } from '@mycelium/kit/files/files';
import { keepUpload, sealUpload } from '@mycelium/kit/uploads/kept-upload';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { receive, usualPace } from '@mycelium/kit/uploads/receive';
import { v7 as uuidv7 } from 'uuid';

export const filesSecret = 'a secret for tests that is long enough';

/** Files that people have sent, as the gateway keeps them. */
export async function uploadsForTest() {
  const directory = await mkdtemp(join(tmpdir(), 'crm-uploads-'));
  const files = await openFiles({ directory, secret: filesSecret });

  async function send(tenantId: string | undefined, bytes: Buffer, { name = 'contacts.csv', type = 'text/csv' } = {}) {
    const facts = { id: uuidv7(), tenantId: String(tenantId), purpose: UploadPurpose.TABLE, name, type };
    const offer = { ...facts, bytes: bytes.length };
    await files.withDraft(async (path) => {
      const sealing = sealUpload(files, offer);
      await receive(Readable.from([bytes]), path, { bytes: bytes.length, pace: usualPace, sealing });
      await keepUpload(files, offer, path);
    });
    return offer.id;
  }

  return {
    files,
    directory,
    send,
    /** One of the files that come with the tests. */
    sendCase: async (tenantId: string | undefined, name: string) =>
      send(tenantId, await buffer(createReadStream(new URL(`cases/import/${name}`, import.meta.url))), { name }),
    close: () => rm(directory, { recursive: true }),
  };
}
