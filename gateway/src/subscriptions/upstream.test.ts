import type { SubgraphCall } from '@mycelium/kit/call';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { until } from '../../test/bistro/watch.ts';
import { Refused } from '../calls/event-source.ts';
import { type Channel, createChannel } from '../channel.ts';
import { startUpstream } from './upstream.ts';

const refusal = (code: string): ExecutionResult => ({ errors: [new GraphQLError(code, { extensions: { code } })] });
const refused = (code: string): Refused => new Refused(refusal(code).errors ?? []);
const event = (cursor: number): ExecutionResult => ({ data: { cursor } });

let stop = () => {};
afterEach(() => stop());

/** An upstream whose source answers as the test says, one answer per attempt and then with a stream. */
function follow(...answers: (ExecutionResult | Error)[]) {
  const calls: SubgraphCall[] = [];
  const streams: Channel<ExecutionResult>[] = [];
  const seen = {
    events: [] as unknown[],
    ended: undefined as readonly GraphQLError[] | 'completed' | undefined,
    returned: 0,
  };
  const upstream = startUpstream({
    service: 'menu',
    source: {
      async subscribe(call) {
        calls.push(call);
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        if (answer) return answer;
        const stream = createChannel<ExecutionResult>(() => {
          seen.returned += 1;
        });
        streams.push(stream);
        return stream.iterator;
      },
    },
    call: (after) => ({ query: '', variables: { after }, context: '' }),
    cursorOf: (data) => (data as { cursor?: unknown } | undefined)?.cursor,
    onPosition: () => {},
    onEvent: async ({ data }) => void seen.events.push(data?.cursor),
    onEnd: (errors) => {
      seen.ended = errors ?? 'completed';
    },
    onLost: () => {},
  });
  stop = upstream.stop;
  return { calls, streams, seen, upstream };
}

it('tries a source again that is away, and resumes behind the last event', async () => {
  const { calls, streams, seen } = follow(new Error('connect ECONNREFUSED'), refusal('UNAVAILABLE'));
  await until(() => streams.length === 1);
  streams[0]?.push(event(7));
  await until(() => seen.events.length === 1);
  streams[0]?.fail(new Error('its socket closed (1006)'));
  await until(() => streams.length === 2);
  streams[1]?.push(event(8));
  await until(() => seen.events.length === 2);
  expect(seen).toMatchObject({ events: [7, 8], ended: undefined });
  expect(calls.map(({ variables }) => variables?.after)).toEqual([undefined, undefined, undefined, 7]);
});

it('ends at once when it is refused, and when the source completes', async () => {
  const refused = follow(refusal('FORBIDDEN'));
  await until(() => refused.seen.ended !== undefined);
  expect(refused.seen.ended).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const completed = follow();
  await until(() => completed.streams.length === 1);
  completed.streams[0]?.end();
  await until(() => completed.seen.ended !== undefined);
  expect(completed.seen.ended).toBe('completed');
});

it('survives a fault of a source that has worked', async () => {
  const { streams, seen } = follow();
  await until(() => streams.length === 1);
  streams[0]?.push(event(1));
  streams[0]?.fail(refused('INTERNAL'));
  await until(() => streams.length === 2);
  streams[1]?.push(event(2));
  await until(() => seen.events.length === 2);
  expect(seen.ended).toBeUndefined();
});

it('tells of a position that is kept no more', async () => {
  const { streams, seen } = follow();
  await until(() => streams.length === 1);
  streams[0]?.push(event(1));
  streams[0]?.fail(refused('BAD_USER_INPUT'));
  await until(() => seen.ended !== undefined);
  expect(seen.ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('stops while it waits for an event, for an answer, or to try again', async () => {
  const idle = follow();
  await until(() => idle.streams.length === 1);
  idle.upstream.stop();
  expect(idle.seen.returned).toBe(1);
  const opening = follow();
  opening.upstream.stop();
  await until(() => opening.seen.returned === 1);
  const waiting = follow(new Error('away'));
  await until(() => waiting.calls.length === 1);
  waiting.upstream.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(waiting.calls).toHaveLength(1);
});
