import { newClientId } from '@mycelium/client-kit/outbox/client-id';
import { useRef } from 'react';

/**
 * An id for what is sent next: what is sent again because no answer came has the same one, and so is done once; other
 * content has another one. `done` is for after it was answered.
 */
export function useOwnId(): { idFor: (content: unknown) => string; done: () => void } {
  const held = useRef<{ content: string; id: string }>(undefined);
  return {
    idFor(content) {
      const now = JSON.stringify(content);
      if (held.current?.content !== now) held.current = { content: now, id: newClientId(Date.now) };
      return held.current.id;
    },
    done() {
      held.current = undefined;
    },
  };
}
