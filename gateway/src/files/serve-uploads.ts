import type { Files } from '@mycelium/kit/files/files';
import { allowLong } from '@mycelium/kit/http-server';
import { keepPicture } from '@mycelium/kit/pictures/keep-picture';
import { keepUpload, sealUpload } from '@mycelium/kit/uploads/kept-upload';
import { findOffer, type Offer, takeOffer } from '@mycelium/kit/uploads/offer';
import { UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { longestOf, type Pace, receive, type Sealing, usualPace } from '@mycelium/kit/uploads/receive';
import { withinRoom } from '@mycelium/kit/uploads/room';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { type Doorkeepers, identifyCaller } from '../caller/admit-caller.ts';
import { answerHeaders } from '../http/headers.ts';
import { asRefusal, noAddress, otherLength, otherType } from './refusals.ts';

interface Options extends Omit<Doorkeepers, 'registered'> {
  files: Files;
  redis: Redis;
  uploadPace?: Pace;
}

interface Upload {
  Params: { id: string };
  Querystring: { token?: unknown };
}

/** Takes uploads at the addresses that `createUpload` gives, each once, as the bytes of the file. */
export async function serveUploads(app: FastifyInstance, options: Options): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body is read when it is known to be wanted.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.put<Upload>('/uploads/:id', { helmet: false }, async (request, reply) => {
      reply.headers(answerHeaders);
      try {
        const offer = await admit(request, options);
        return await reply.code(201).send(await take(request, offer, options));
      } catch (error) {
        // What still comes is nobody's request.
        reply.header('connection', 'close');
        request.raw.resume();
        throw asRefusal(error);
      }
    });
  });
}

/** What the address is for. It stays good until what comes to it looks like what was said; whoever says who they are must be of its tenant. */
async function admit(request: FastifyRequest<Upload>, { redis, ...doorkeepers }: Options): Promise<Offer> {
  const { token } = request.query;
  const found = typeof token === 'string' ? await findOffer(redis, token) : undefined;
  if (found?.id !== request.params.id || typeof token !== 'string') throw noAddress();
  const { viewer } = await identifyCaller(() => doorkeepers.auth.tokenOf(request.headers), request.ip, doorkeepers);
  if (viewer.tenantId !== undefined && viewer.tenantId !== found.tenantId) throw noAddress();
  const { 'content-length': length, 'content-type': type = '' } = request.headers;
  if (type.split(';')[0]?.trim().toLowerCase() !== found.type) throw otherType(found.type);
  if (length !== undefined && Number(length) !== found.bytes) throw otherLength(found.bytes);
  const offer = await takeOffer(redis, token);
  if (!offer) throw noAddress();
  return offer;
}

async function take(
  request: FastifyRequest,
  offer: Offer,
  options: Options,
): Promise<{ url: string } | { id: string }> {
  const { files, redis, uploadPace: pace = usualPace } = options;
  const { id, bytes, purpose } = offer;
  const bring = (path: string, sealing?: Sealing) =>
    receive(request.raw, path, { bytes, pace, sealing }).finally(allowLong(request.raw));
  if (purpose === UploadPurpose.PICTURE)
    return files.withDraft(async (path) => {
      await bring(path);
      return { url: await keepPicture({ files, redis }, path) };
    });
  return withinRoom({ files, redis, longestMs: longestOf(bytes, pace) }, offer, () =>
    files.withDraft(async (path) => {
      await bring(path, sealUpload(files, offer));
      await keepUpload(files, offer, path);
      return { id };
    }),
  );
}
