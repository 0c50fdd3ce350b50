import { Readable } from 'node:stream';
import { z } from 'zod';
import { type Context, resourcesOf } from '../context.ts';
import { NotFound } from '../errors.ts';
import type { Files } from '../files/files.ts';
import type { Offer } from './offer.ts';
import { openSealed, type Sealer, sealFile } from './sealed-file.ts';

const FOLDER = 'uploads';
const LINE_END = 10;

const factsSchema = z.object({ name: z.string(), type: z.string() });

/** A file that somebody of a tenant has sent. */
export interface KeptUpload extends z.infer<typeof factsSchema> {
  /** Comes once, and fails where it was tampered with. */
  body: Readable;
}

const placeOf = (tenantId: string, id: string): string => `${FOLDER}/${tenantId}/${id}`;

/** Seals an upload together with what was said of it. */
export function sealUpload(files: Files, { name, type }: Offer): { head: Buffer; sealer: Sealer } {
  const sealer = sealFile(files.key);
  return { head: sealer.push(Buffer.from(`${JSON.stringify({ name, type })}\n`)), sealer };
}

/** Keeps a sealed upload for its tenant, until it was worked on or a day is over. */
export function keepUpload(files: Files, { tenantId, id }: Offer, path: string): Promise<void> {
  return files.put(placeOf(tenantId, id), path);
}

/** How much of a tenant waits to be worked on, in bytes. */
export async function keptBytes(files: Files, tenantId: string): Promise<number> {
  const kept = await files.list(`${FOLDER}/${tenantId}`);
  return kept.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Removes what nobody has worked on for so long. */
export async function dropOldUploads(files: Files, olderThanMs: number): Promise<void> {
  const before = Date.now() - olderThanMs;
  for (const { name, keptAt } of await files.list(FOLDER)) if (keptAt.getTime() < before) await files.remove(name);
}

/** An upload of the tenant. Throws NotFound where there is none, also for one of another tenant. */
export async function openUpload(ctx: Context, id: string, tenantId = ctx.viewer.tenantId): Promise<KeptUpload> {
  const files = filesOf(ctx);
  const place = tenantId && z.uuid().safeParse(id).success ? placeOf(tenantId, id.toLowerCase()) : undefined;
  if (!place || !(await files.find(place))) throw new NotFound('Upload', id);
  const plain = openSealed(await files.read(place), files.key);
  const { value: first } = await plain.next();
  const end = first?.indexOf(LINE_END) ?? -1;
  if (!first || end < 0) throw new Error(`The upload ${id} does not begin as uploads do.`);
  const facts = factsSchema.parse(JSON.parse(first.toString('utf8', 0, end)));
  return { ...facts, body: Readable.from(after(first.subarray(end + 1), plain), { objectMode: false }) };
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

async function* after(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
