import type { EventSubscriber, FlushEventArgs } from '@mikro-orm/core';
import type { Redis } from 'ioredis';
import { Invalid } from '../errors.ts';
import type { Files } from '../files/files.ts';
import { claimAddress } from './claim-picture.ts';
import { picturesOf } from './picture-column.ts';

/** Claims every picture that a row is about to refer to, before it is written; what is no longer there is refused. */
export function claimSubscriber(stores: { redis: Redis; files?: Files }): EventSubscriber {
  return {
    async onFlush({ uow }: FlushEventArgs) {
      for (const { meta, payload } of uow.getChangeSets())
        for (const { property } of picturesOf(meta)) {
          const address: unknown = Reflect.get(payload, property);
          if (typeof address !== 'string' || (await claimAddress(stores, address))) continue;
          throw new Invalid('This picture is no longer available; upload it again.', ['input', property], {
            reason: 'PICTURE_GONE',
          });
        }
    },
  };
}
