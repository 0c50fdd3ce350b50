import type { Readable } from 'node:stream';
import { Unavailable } from '../errors.ts';

/** What is known of a file without reading it. */
export interface FileFacts {
  name: string;
  bytes: number;
  keptAt: Date;
}

/** The first and the last byte that are wanted. */
export interface Range {
  start: number;
  end: number;
}

/** Says that there is no file of this name, or no longer. */
export class NoSuchFile extends Error {
  constructor(name: string, options?: ErrorOptions) {
    super(`There is no file ${name}.`, options);
  }
}

/**
 * Where files lie cannot be used now: what it is, as a sentence for whoever runs the installation. Everybody else is told that files
 * are away.
 */
export class StoreFailure extends Error {
  override readonly cause = new Unavailable('The file store', 5);

  constructor(
    message: string,
    /** Whether nothing helps but another setting. */
    readonly isMisconfigured: boolean,
  ) {
    super(message);
  }
}

/** Where files lie that every process of the installation can read. A name is made by us, of words with slashes between. */
export interface FileStore {
  /** Takes a whole local file over, so that it is there under the name as a whole or not at all. */
  put(name: string, path: string): Promise<void>;
  find(name: string): Promise<FileFacts | undefined>;
  /** Rejects with NoSuchFile when there is none. */
  read(name: string, range?: Range): Promise<Readable>;
  /** Whether there was one or not. */
  remove(name: string): Promise<void>;
  /** All files in a folder, and in those in it. */
  list(folder: string): AsyncIterable<FileFacts>;
  /** Rejects with StoreFailure when files can be neither kept nor read. */
  check(): Promise<void>;
  close(): void;
}

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/;

/** Whether it is one that we have made; what others have put there is none of our files. */
export function isName(name: string): boolean {
  return NAME.test(name);
}

/** The name, when it can lead nowhere else. */
export function checkedName(name: string): string {
  if (!isName(name)) throw new Error(`${name.slice(0, 80)} is no name of a file of ours.`);
  return name;
}
