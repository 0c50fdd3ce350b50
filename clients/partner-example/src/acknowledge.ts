import { z } from 'zod';
import { follow } from './follow.ts';
import { documentIdOf } from './operation.ts';

const receivedSchema = z.object({
  eventReceived: z.object({ event: z.object({ eventId: z.string(), eventType: z.string() }) }),
});
const answerSchema = z.object({
  data: z.object({ acknowledgeEvent: z.string() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Takes each event that is for our application, and says that we have processed it; answers their types. */
export async function* acknowledgeEvents(url: string, key: string, application: string): AsyncGenerator<string> {
  for await (const data of follow(url, key, 'event-received', () => ({ application }))) {
    const { event } = receivedSchema.parse(data).eventReceived;
    // Here a program does what it does. What it does not acknowledge it gets again.
    await acknowledge(url, key, { application, eventId: event.eventId, data: { shown: true } });
    yield event.eventType;
  }
}

async function acknowledge(url: string, key: string, variables: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ documentId: documentIdOf('acknowledge-event'), variables }),
  });
  const { data, errors } = answerSchema.parse(await response.json());
  if (!data) throw new Error(errors?.[0]?.message ?? `The graph answered ${response.status}.`);
}
