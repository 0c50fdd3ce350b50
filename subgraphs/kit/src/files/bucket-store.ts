import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { Bucket } from './bucket.ts';
import { checkedName, type FileStore, isName, NoSuchFile, StoreFailure } from './file-store.ts';

const CONNECT_MS = 2_000;
/** How long the store may take to begin its answer, once everything has been sent to it; each of three times. */
const ANSWER_MS = 5_000;
/** How slowly a file may go there, in bytes for each millisecond. */
const SLOWEST = 500;
/** How long whoever reads a file may do something else before it goes on. */
const IDLE_MS = 10 * 60_000;
/** Whoever reads slowly keeps one for as long. */
const CONNECTIONS = 200;

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Files in a bucket of an S3-like store, by their names; nothing of them is held in memory. */
export function bucketStore(
  { endpoint, name: bucket, region, credentials }: Bucket,
  { answerMs = ANSWER_MS } = {},
): FileStore {
  const connections = { maxSockets: CONNECTIONS, keepAlive: true };
  const client = new S3Client({
    ...{ endpoint, region, credentials },
    // A bucket as part of the host's name is known to few stores but AWS.
    forcePathStyle: true,
    // So are its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // What goes wrong is thrown; without one it would speak on the console.
    logger: silent,
    requestHandler: {
      ...{ connectionTimeout: CONNECT_MS, socketTimeout: IDLE_MS, throwOnRequestTimeout: true },
      ...{ httpAgent: connections, httpsAgent: connections },
    },
  });

  const soon = { requestTimeout: answerMs };

  return {
    async put(name, path) {
      const key = { Bucket: bucket, Key: checkedName(name) };
      const { size } = await stat(path);
      const body = createReadStream(path);
      // A body that has begun cannot be sent again.
      await client
        .send(new PutObjectCommand({ ...key, Body: body, ContentLength: size }), {
          requestTimeout: answerMs + size / SLOWEST,
        })
        .catch(fail)
        .finally(() => body.destroy());
    },
    async find(name) {
      const key = { Bucket: bucket, Key: checkedName(name) };
      const found = await client.send(new HeadObjectCommand(key), soon).catch(unlessAbsent);
      return found && { name, bytes: found.ContentLength ?? 0, keptAt: found.LastModified ?? new Date(0) };
    },
    async read(name, range) {
      const wanted = {
        ...{ Bucket: bucket, Key: checkedName(name) },
        ...(range && { Range: `bytes=${range.start}-${range.end}` }),
      };
      const found = await client.send(new GetObjectCommand(wanted), soon).catch(unlessAbsent);
      if (!found) throw new NoSuchFile(name);
      if (!(found.Body instanceof Readable)) throw new Error('The file store answered without a body.');
      return found.Body;
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: checkedName(name) }), soon).catch(unlessAbsent);
    },
    async *list(folder) {
      const within = { Bucket: bucket, Prefix: `${checkedName(folder)}/` };
      for (let after: string | undefined, isMore = true; isMore; ) {
        // Every store knows this form of the command.
        const page = await client.send(new ListObjectsCommand({ ...within, Marker: after }), soon).catch(fail);
        const { Contents: files = [], IsTruncated } = page;
        for (const { Key: name = '', Size: bytes = 0, LastModified: keptAt = new Date(0) } of files)
          if (isName(name)) yield { name, bytes, keptAt };
        after = files.at(-1)?.Key;
        isMore = IsTruncated === true && after !== undefined;
      }
    },
    async check() {
      await client.send(new HeadBucketCommand({ Bucket: bucket }), soon).catch(fail);
    },
    close: () => client.destroy(),
  };
}

const errorSchema = z.object({
  name: z.string(),
  code: z.string().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).default({}),
});

const PASSING = [408, 429];

/** What it means that the store has not done it: a sentence for whoever runs the installation, which names no secret. */
function fail(error: unknown): never {
  const { name, code = name, $metadata } = errorSchema.parse(error);
  const { httpStatusCode: status } = $metadata;
  if (name === 'NoSuchBucket' || status === 404)
    throw new StoreFailure('There is no such bucket in the file store.', true);
  if (name === 'CredentialsProviderError')
    throw new StoreFailure('The file store wants a key, and none is told.', true);
  if (status === 401 || status === 403)
    throw new StoreFailure('The file store refuses the key, or what is to be done with it.', true);
  if (status && status >= 300 && status < 500 && !PASSING.includes(status))
    throw new StoreFailure(`The file store answers ${status} (${name}).`, true);
  throw new StoreFailure(`The file store does not answer (${status ?? code}).`, false);
}

/** Undefined for the error that says that there is nothing under this name; every other error is a failure. */
function unlessAbsent(error: unknown): undefined {
  const { name, $metadata } = errorSchema.parse(error);
  if (name !== 'NoSuchBucket' && $metadata.httpStatusCode === 404) return undefined;
  return fail(error);
}
