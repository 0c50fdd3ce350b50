import { Allow } from '@mycelium/kit/allow';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import type { NoticeGroup } from '@mycelium/schema/notice-groups';
import { groupOf } from '@mycelium/schema/notices';
import { noticeReceived, noticesRead } from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerAnswer, ViewerKind } from '../session/viewer.ts';
import { Notice, NoticeChange, NoticeGroupEnum, NoticePage } from './notice.ts';
import { countUnread, readAllNotices, readNotice } from './read-notices.ts';

const Private = () => Unaudited('what somebody has read is their own affair, and changes nothing for anybody else');

@Resolver(() => Notice)
class NoticeResolver {
  @Allow()
  @Private()
  @Mutation(() => Notice, { description: 'Marks a notice of yours as read; it stays read.' })
  readNotice(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Notice> {
    return readNotice(ctx, id);
  }

  @Allow()
  @Private()
  @Mutation(() => Int, {
    description: 'Marks all of your notices in the current tenant as read; returns how many.',
  })
  readAllNotices(@Ctx() ctx: Context): Promise<number> {
    return readAllNotices(ctx);
  }

  @FieldResolver(() => NoticeGroupEnum, { description: 'The group of its kind; OTHER if its kind is unknown here.' })
  group(@Root() { kind }: Notice): NoticeGroup {
    return groupOf(kind);
  }

  @Directive('@viewerSpecific')
  @Follow(
    () => NoticeChange,
    [noticeReceived, noticesRead],
    undefined,
    'Each of your notices as it arrives, and each time you have read some; with `after`, starting with those since then. Nobody sees the notices of anybody else.',
    ({ userId }) => userId,
  )
  async noticeReceived({ payload }: EventOf<typeof noticeReceived | typeof noticesRead>, ctx: Context) {
    const notice = 'noticeId' in payload ? await find(ctx, Notice, String(payload.noticeId)) : undefined;
    return { notice, unreadNotices: await countUnread(ctx) };
  }
}

@Resolver(() => ViewerAnswer)
class ViewerNoticesResolver {
  @Directive('@viewerSpecific')
  @FieldResolver(() => NoticePage, {
    nullable: true,
    description: 'Your notices in the current tenant, newest first; null for screens and API clients.',
  })
  async notices(
    @Root() viewer: ViewerAnswer,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<NoticePage | undefined> {
    if (viewer.kind !== ViewerKind.USER) return undefined;
    return page(ctx, Notice, { userId: viewer.id }, { first, after }, { id: 'desc' });
  }

  @Directive('@viewerSpecific')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many of them you have not read; null for screens and API clients.',
  })
  async unreadNotices(@Root() viewer: ViewerAnswer, @Ctx() ctx: Context): Promise<number | undefined> {
    return viewer.kind === ViewerKind.USER ? countUnread(ctx) : undefined;
  }
}

export const noticePart = part(Notice, NoticeResolver, ViewerNoticesResolver);
