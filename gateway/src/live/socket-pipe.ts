import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Pipe } from './slow-reader.ts';

const TRY_AGAIN_LATER = 1013;
/** How long a client may take to answer our closing of its socket. */
const FAREWELL_MS = 1_000;

/** What is written to a socket; `stream` is the connection below it. */
export function pipeOf(socket: WebSocket, stream: Duplex): Pipe {
  const isOpen = () => socket.readyState === socket.OPEN;
  return {
    buffered: () => (isOpen() ? socket.bufferedAmount : 0),
    write(text) {
      if (isOpen()) socket.send(text);
    },
    abandon() {
      if (!isOpen()) return;
      socket.close(TRY_AGAIN_LATER, 'Too slow');
      setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
    },
    onDrain(listener) {
      stream.on('drain', listener);
      return () => stream.off('drain', listener);
    },
  };
}
