/** The operations of one socket, by ids of ours: a client may use an id again in the same breath in which it ends what had it, and while that still begins. */
export interface SocketIds {
  /** The message with our id in place of the client's; undefined when that one is in use. */
  receive(message: unknown): unknown;
  /** The text of a message with the client's id in place of ours. */
  send(text: string): string;
  /** What the client calls it. */
  theirs(id: string): string;
  /** Whether the client still wants what has our id. */
  isWanted(id: string): boolean;
  /** Frees an id that no operation has any more. */
  free(id: string): void;
}

const OURS = /^\{"id":"(\d+):/;

export function createSocketIds(): SocketIds {
  const current = new Map<string, string>();
  let given = 0;
  const theirs = (id: string): string => id.slice(id.indexOf(':') + 1);
  const isWanted = (id: string): boolean => current.get(theirs(id)) === id;

  return {
    receive(message) {
      if (!isOperationMessage(message)) return message;
      const { id, type } = message;
      const known = current.get(id);
      if (type === 'complete') {
        current.delete(id);
        return { ...message, id: known ?? id };
      }
      if (known !== undefined) return undefined;
      given += 1;
      const ours = `${given}:${id}`;
      current.set(id, ours);
      return { ...message, id: ours };
    },
    send(text) {
      const prefix = OURS.exec(text)?.[1];
      if (prefix === undefined) return text;
      return `{"id":"${text.slice(prefix.length + '{"id":":'.length)}`;
    },
    theirs,
    isWanted,
    free(id) {
      if (isWanted(id)) current.delete(theirs(id));
    },
  };
}

function isOperationMessage(message: unknown): message is { type: 'subscribe' | 'complete'; id: string } {
  if (typeof message !== 'object' || message === null || !('type' in message) || !('id' in message)) return false;
  return (
    (message.type === 'subscribe' || message.type === 'complete') && typeof message.id === 'string' && message.id !== ''
  );
}
