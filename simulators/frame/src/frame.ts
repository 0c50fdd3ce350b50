import { openClock } from './clock.ts';
import { type Collection, openCollection } from './collection.ts';
import { openFaults } from './faults.ts';
import { type Serving, type Simulator, serve } from './serve.ts';
import { openTokens } from './tokens.ts';
import { openWebhooks, type WebhookOptions, type Webhooks } from './webhooks.ts';

/**
 * What a vendor's simulator is made of: things that it keeps, what it sends by itself, and, last, what it answers. Its
 * clock stands on `now`, so that it follows one that is moved elsewhere.
 */
export function openFrame({ now }: { now?: () => Date } = {}) {
  const clock = openClock(now);
  const faults = openFaults();
  const tokens = openTokens();
  const collections = new Map<string, Collection<object>>();
  const voices: Webhooks[] = [];
  const close = () => {
    for (const voice of voices) voice.close();
  };

  return {
    clock,
    faults,
    tokens,
    /** Things of one kind, which stand on the page under this name. */
    collection<Thing extends object>(name: string): Collection<Thing> {
      const collection = openCollection<Thing>(clock);
      collections.set(name, collection as unknown as Collection<object>);
      return collection;
    },
    webhooks(options: WebhookOptions): Webhooks {
      const voice = openWebhooks(options, faults);
      voices.push(voice);
      return voice;
    },
    serve(serving: Serving): Promise<Simulator> {
      const show = () => Object.fromEntries([...collections].map(([name, { list }]) => [name, list()]));
      const deliveries = () => voices.flatMap((voice) => voice.deliveries);
      return serve({ show, ...serving, clock, faults, deliveries, tokens, close });
    },
  };
}
