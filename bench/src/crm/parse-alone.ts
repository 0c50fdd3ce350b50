import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse';
import papaparse from 'papaparse';
import type { Client } from 'pg';
import type { AddressBook } from './address-book.ts';

/** How long csv-parse takes for all rows, in seconds; nothing is done with them. */
export async function parseAlone(book: AddressBook): Promise<number> {
  const begin = performance.now();
  let rows = 0;
  for await (const _ of book.read().pipe(parse())) rows += 1;
  check(rows, book);
  return (performance.now() - begin) / 1_000;
}

/** How long papaparse takes for the whole file at once, in seconds, and by how many bytes the heap grows. */
export async function parseWhole(book: AddressBook): Promise<{ wholeSeconds: number; wholeHeap: number }> {
  const before = process.memoryUsage().heapUsed;
  const begin = performance.now();
  const { data } = papaparse.parse<string[]>(await readFile(book.path, 'utf8'), { skipEmptyLines: true });
  check(data.length, book);
  return {
    wholeSeconds: (performance.now() - begin) / 1_000,
    wholeHeap: process.memoryUsage().heapUsed - before,
  };
}

/** How long PostgreSQL takes to copy the rows into a table of texts, in seconds. */
export async function copyRows({ path }: AddressBook, database: Client): Promise<number> {
  const columns = 'abcdefghij'.split('').map((name) => `${name} text`);
  await database.query(`create table bench_row (${columns.join(', ')})`);
  const begin = performance.now();
  await database.query(`copy bench_row from '${path}' (format csv, header)`);
  const seconds = (performance.now() - begin) / 1_000;
  await database.query('drop table bench_row');
  return seconds;
}

function check(rows: number, book: AddressBook): void {
  if (rows !== book.rows + 1) throw new Error(`${rows} rows were read.`);
}
