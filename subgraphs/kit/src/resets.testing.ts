import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

const UPGRADE = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`;
const POST = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n`;

/** A masked frame of text, as clients send it. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** What is sent before the connection is reset, one after the other; `true` waits for an answer. */
type Stage = readonly (string | Buffer | true)[];

const init = frame('{"type":"connection_init"}');
const subscribe = frame('{"id":"1","type":"subscribe","payload":{"query":"subscription { tick }"}}');

/** Each stage at which a client can vanish, on its way to a socket and elsewhere. */
function stagesOf(path: string): Stage[] {
  const upgrade = UPGRADE(path);
  return [
    [],
    [upgrade.slice(0, 20)],
    [upgrade.slice(0, -2)],
    [upgrade],
    [upgrade + upgrade],
    [upgrade.replace('13', '12')],
    [upgrade.replace('websocket', 'h2c')],
    [upgrade.replace('GET', 'POST')],
    [upgrade, true],
    [upgrade, true, Buffer.from([0x81])],
    [upgrade, true, Buffer.from([0xff, 0xff, 0xff])],
    [upgrade, true, init],
    [upgrade, true, init, true],
    [upgrade, true, init, true, subscribe],
    [upgrade, true, init, true, subscribe, Buffer.from([0x88, 0x80, 0, 0, 0, 0])],
    [POST(path)],
    [`${POST(path)}{"query":`],
    [`${POST(path)}{"query":"{ nope  }"`],
    [`${POST(path)}{"query":"{ nope }" }`, true],
  ];
}

interface Door {
  port: number;
  tls?: boolean;
}

/** Tries every stage on every path, some at once; resolves when all connections are gone. */
export async function resetAtEachStage(door: Door, paths: readonly string[]): Promise<number> {
  const stages = paths.flatMap(stagesOf);
  for (let first = 0; first < stages.length; first += 20) {
    await Promise.all(stages.slice(first, first + 20).map((stage) => resetAfter(door, stage)));
  }
  return stages.length;
}

async function resetAfter({ port, tls }: Door, stage: Stage): Promise<void> {
  const raw = connectPlain(port, '127.0.0.1');
  const socket: Socket = tls ? connectTls({ socket: raw, rejectUnauthorized: false }) : raw;
  const gone = new Promise<void>((resolve) => raw.once('close', () => resolve()));
  socket.on('error', () => {});
  raw.on('error', () => {});
  await new Promise<void>((resolve) => socket.once(tls ? 'secureConnect' : 'connect', () => resolve()));
  for (const part of stage) {
    if (part !== true) socket.write(part);
    // Who is answered, or sent away.
    else await Promise.race([new Promise((resolve) => socket.once('data', resolve)), gone]);
  }
  raw.resetAndDestroy();
  await gone;
}
