import { createReadStream, type ReadStream } from 'node:fs';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIRST = ['José', 'María', 'Ana', 'Luis', 'İpek', 'Elif', 'John', 'Mary', 'Sofía', 'Raúl'];
const LAST = ['Muñoz', 'García', 'López', 'Yılmaz', 'Smith', 'Núñez', 'Peña', 'Beltrán', 'Córdova', 'Ibáñez', 'Zúñiga'];
const HEAD =
  'First Name,Last Name,Company,E-mail Address,Mobile Phone,Business Phone,Categories,Business City,Notes,Job Title\r\n';

export interface AddressBook {
  path: string;
  rows: number;
  bytes: number;
  read: () => ReadStream;
  remove: () => Promise<void>;
}

/** A table of so many different people, as Outlook exports it. */
export async function makeAddressBook(rows: number): Promise<AddressBook> {
  const directory = await mkdtemp(join(tmpdir(), 'mycelium-bench-'));
  // PostgreSQL reads it too, as a user of its own.
  await chmod(directory, 0o755);
  const path = join(directory, 'contacts.csv');
  const text = Array.from({ length: rows }, (_, n) => {
    const name = `${FIRST[n % 10]},${LAST[n % 11]} ${LAST[(n * 7) % 11]} ${n.toString(36)}`;
    const line = String(10_000_000 + n);
    const phones = `+52 55 ${line.slice(0, 4)} ${line.slice(4)},`;
    return `${name},"Proveedora ${n % 5_000}, S.A.",p${n}@casa${n % 900}.test,${phones},Suppliers;VIP,Ciudad de México,,Purchasing\r\n`;
  }).join('');
  await writeFile(path, HEAD + text);
  const { size: bytes } = await stat(path);
  return { path, rows, bytes, read: () => createReadStream(path), remove: () => rm(directory, { recursive: true }) };
}
