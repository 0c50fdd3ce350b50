import { raiseNotice } from '@mycelium/kit/notice';
import { openMailbox } from '@mycelium/mailbox/mailbox';
import type { FormattedExecutionResult } from 'graphql-ws';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { inOneProcess } from './network.ts';

const FOLLOW = `subscription ($t: ID!, $after: Cursor) {
  noticeReceived(tenantId: $t, after: $after) { unreadNotices notice { kind values } }
}`;

interface Who {
  feedPosition: string;
  viewer: { id: string; tenant: { id: string } };
}

interface Told {
  noticeReceived: { unreadNotices: number; notice: { kind: string; values: object } | null };
}

type Change = Told['noticeReceived'];

/** The next of these. */
async function hear(
  events: AsyncIterator<FormattedExecutionResult<Told>>,
  isMeant: (change: Change) => boolean | undefined,
): Promise<Change | undefined> {
  for (;;) {
    const { done, value } = await events.next();
    if (done) return undefined;
    const change = value.data?.noticeReceived;
    if (change && isMeant(change)) return change;
  }
}

test('of two people with the same role at one gateway each hears their own, whichever subgraph tells it', async () => {
  const mailbox = await openMailbox();
  const network = await inOneProcess({ mail: { url: mailbox.smtpUrl, from: 'no-reply@mycelium.test' } });
  const { url, subgraphs } = network;
  const owner = await logIn(url, 'owner@las-reinas.test');
  const people = [owner];
  try {
    await owner.run('mutation { inviteMember(input: { email: "ada@example.test", role: OWNER }) { id } }');
    const token = /#(\S+)/.exec((await mailbox.next('ada@example.test')).text)?.[1];
    const { acceptInvitation } = await new TestClient(url).run<{ acceptInvitation: { accessToken: string } }>(
      'mutation ($t: String!) { acceptInvitation(token: $t, name: "Ada", password: "gently down the stream") { accessToken } }',
      { t: token },
    );
    const ada = new TestClient(url, acceptInvitation.accessToken);
    people.push(ada);
    const whoIs = (client: TestClient) => client.run<Who>('{ feedPosition viewer { id tenant { id } } }');
    const [one, other] = [await whoIs(owner), await whoIs(ada)];
    const t = one.viewer.tenant.id;
    // The same text, the same variables, the same role: only the person differs.
    const variables = { t, after: other.feedPosition };
    const [forOwner, forAda] = [owner.follow<Told>(FOLLOW, variables), ada.follow<Told>(FOLLOW, variables)];
    const both = [hear(forOwner, ({ notice }) => notice?.kind.endsWith('.told')), hear(forAda, () => true)];
    const tell = (name: 'events' | 'restaurant', userId: string) =>
      subgraphs[name].work(async (ctx) =>
        raiseNotice(ctx, { userId, kind: `${name}.told`, path: '/menu', values: { from: name }, onceKey: uuidv7() }, t),
      );
    await tell('events', one.viewer.id);
    await tell('restaurant', other.viewer.id);
    // What the owner heard before is that Ada has come.
    expect(await Promise.all(both)).toEqual([
      { unreadNotices: 2, notice: { kind: 'events.told', values: { from: 'events' } } },
      { unreadNotices: 1, notice: { kind: 'restaurant.told', values: { from: 'restaurant' } } },
    ]);

    const following = hear(forOwner, ({ notice }) => notice === null);
    expect(await owner.run('mutation { readAllNotices }')).toEqual({ readAllNotices: 2 });
    expect(await following).toEqual({ unreadNotices: 0, notice: null });
    expect(await ada.run('{ viewer { unreadNotices } }')).toEqual({ viewer: { unreadNotices: 1 } });
  } finally {
    await Promise.all(people.map((client) => client.close()));
    await network.close();
    await mailbox.close();
  }
}, 60_000);
