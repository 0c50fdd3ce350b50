import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Sealer } from './sealed-file.ts';
import { UploadRefused } from './upload-refused.ts';

/** What a body must be like to be taken. */
export interface Expected {
  /** Exactly so many. */
  bytes: number;
  /** Within each stretch of this time so much of it comes, or the rest. */
  pace: Pace;
  /** How it is sealed; otherwise it is kept as it comes. */
  sealing?: Sealing;
}

export interface Sealing {
  /** So many of the first bytes must be here before it begins, or all where there are fewer. */
  after: number;
  /** Answers what is written before all else; may refuse what begins like that. */
  begin(first: Buffer): Promise<{ head: Buffer; sealer: Sealer }>;
}

export interface Pace {
  ms: number;
  bytes: number;
}

/** A line that is slower than that would hold its connection for a day. */
export const usualPace: Pace = { ms: 15_000, bytes: 64 * 1024 };

/** How long a body takes, in milliseconds, that comes as slowly as it may; and what is done with it then. */
export function longestOf(bytes: number, pace: Pace): number {
  return (Math.ceil(bytes / pace.bytes) + 1) * pace.ms + 60_000;
}

/** Writes a body to a path as it comes. Throws UploadRefused when it is not as expected; the body itself stays open, so that its sender can be answered. */
export async function receive(body: Readable, path: string, { bytes, pace, sealing }: Expected): Promise<void> {
  const file = await open(path, 'w', 0o600);
  const chunks = body.iterator({ destroyOnReturn: false });
  const watch = watchPace(pace);
  const writer = sealing ? sealingWriter(file, sealing, bytes) : plainWriter(file);
  try {
    let got = 0;
    for (;;) {
      const step = await Promise.race([chunks.next(), watch.tooSlow]);
      if (step === undefined) throw new UploadRefused('TRICKLED', 'The upload came too slowly, or not at all.');
      if (step.done) break;
      const chunk: Buffer = step.value;
      got += chunk.length;
      watch.note(chunk.length);
      if (got > bytes)
        throw new UploadRefused('OTHER_LENGTH', `There are more than the ${bytes} bytes that were said.`);
      await writer.write(chunk);
    }
    if (got < bytes) throw new UploadRefused('OTHER_LENGTH', `There are ${got} bytes, and ${bytes} were said.`);
    await writer.end();
  } finally {
    watch.stop();
    await file.close();
  }
}

interface Writer {
  write(chunk: Buffer): Promise<void>;
  end(): Promise<void>;
}

function plainWriter(file: FileHandle): Writer {
  return { write: (chunk) => file.appendFile(chunk), end: async () => undefined };
}

/** Holds the first bytes back until it is known how they are sealed. */
function sealingWriter(file: FileHandle, { after, begin }: Sealing, bytes: number): Writer {
  let first: Buffer = Buffer.alloc(0);
  let sealer: Sealer | undefined;
  return {
    async write(chunk) {
      if (sealer) return file.appendFile(sealer.push(chunk));
      first = Buffer.concat([first, chunk]);
      if (first.length < Math.min(after, bytes)) return;
      const begun = await begin(first);
      sealer = begun.sealer;
      await file.appendFile(begun.head);
      await file.appendFile(sealer.push(first));
    },
    async end() {
      if (sealer) await file.appendFile(sealer.end());
    },
  };
}

function watchPace({ ms, bytes }: Pace) {
  const { promise: tooSlow, resolve } = Promise.withResolvers<undefined>();
  let lately = 0;
  const timer = setInterval(() => {
    if (lately < bytes) resolve(undefined);
    lately = 0;
  }, ms);
  return {
    tooSlow,
    note(count: number) {
      lately += count;
    },
    stop: () => clearInterval(timer),
  };
}
