import type { Readable } from 'node:stream';

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

/** Where files lie that every process of the installation can read. A name is made by us, of words with slashes between. */
export interface FileStore {
  /** Takes a whole local file over, so that it is there under the name as a whole or not at all. */
  put(name: string, path: string): Promise<void>;
  find(name: string): Promise<FileFacts | undefined>;
  /** Rejects when there is none. */
  read(name: string, range?: Range): Promise<Readable>;
  /** Whether there was one or not. */
  remove(name: string): Promise<void>;
  /** All files in a folder, and in those in it. */
  list(folder: string): Promise<FileFacts[]>;
  close(): void;
}

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/;

/** The name, when it can lead nowhere else. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) throw new Error(`${name.slice(0, 80)} is no name of a file of ours.`);
  return name;
}
