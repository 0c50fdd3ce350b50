import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Context, resourcesOf } from '../context.ts';
import { NotFound } from '../errors.ts';
import { NoSuchFile } from '../files/file-store.ts';
import type { Files } from '../files/files.ts';
import { placeOf } from './kept-upload.ts';
import { openSealed } from './sealed-file.ts';

const LINE_END = 10;

const factsSchema = z.object({ name: z.string(), type: z.string() });

/** A file that somebody of a tenant has sent. */
interface KeptUpload extends z.infer<typeof factsSchema> {
  /** Comes once, and fails where it was tampered with. */
  body: Readable;
}

/** An upload of the tenant. Throws NotFound where there is none, also for one of another tenant. */
export async function openUpload(ctx: Context, id: string, tenantId = ctx.viewer.tenantId): Promise<KeptUpload> {
  const files = filesOf(ctx);
  const place = tenantId && z.uuid().safeParse(id).success ? placeOf(tenantId, id.toLowerCase()) : undefined;
  const sealed = place && (await files.read(place).catch(unlessGone));
  if (!sealed) throw new NotFound('Upload', id);
  const plain = openSealed(sealed, files.keys);
  try {
    const { value: first } = await plain.next();
    const end = first?.indexOf(LINE_END) ?? -1;
    if (!first || end < 0) throw new Error(`The upload ${id} does not begin as uploads do.`);
    const facts = factsSchema.parse(JSON.parse(first.toString('utf8', 0, end)));
    const body = Readable.from(after(first.subarray(end + 1), plain), { objectMode: false });
    // Also when nobody has read any of it.
    body.once('close', () => sealed.destroy());
    return { ...facts, body };
  } catch (error) {
    sealed.destroy();
    throw error;
  }
}

/** Forgets an upload that was worked on. */
export async function dropUpload(ctx: Context, id: string, tenantId = ctx.viewer.tenantId): Promise<void> {
  if (tenantId && z.uuid().safeParse(id).success) await filesOf(ctx).remove(placeOf(tenantId, id.toLowerCase()));
}

function filesOf(ctx: Context): Files {
  const { files } = resourcesOf(ctx);
  if (!files) throw new Error('This subgraph was not told where files are kept.');
  return files;
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof NoSuchFile)) throw error;
}

async function* after(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
