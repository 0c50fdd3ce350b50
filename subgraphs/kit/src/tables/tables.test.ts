import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { type RefusedRow, readTable, type TableRow } from './read-table.ts';
import { splitRecords } from './records.ts';
import { lookAtTable, type TableLook } from './table-look.ts';

type Known = Partial<Omit<TableLook, 'columns'>>;

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(bytes: Uint8Array, look: TableLook, size: number): Promise<(TableRow | RefusedRow)[]> {
  const rows: (TableRow | RefusedRow)[] = [];
  for await (const batch of readTable(() => cut(bytes, size), look)) rows.push(...batch);
  return rows;
}

/** What a file of these bytes holds, which does not depend on how they arrive. */
async function tableOf(file: string | Uint8Array, known?: Known) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const readAs = async (size: number) => {
    const look = await lookAtTable(() => cut(bytes, size), known);
    if ('refused' in look) return look;
    const rows = (await rowsOf(bytes, look, size)).map((row) =>
      'cells' in row ? [row.line, ...row.cells] : [row.line, row.refused],
    );
    return { ...look, rows };
  };
  const whole = await readAs(65_536);
  expect(await readAs(1)).toEqual(whole);
  return whole;
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const HEADER = 'Name,Email\r\n';

test('letters are found by a mark, by being UTF-8, and else by what letters there are', async () => {
  const encodings = await Promise.all(
    [
      'Name\nMuñoz',
      '\ufeffName\nMuñoz',
      utf16('Name\nКоваль'),
      utf16('Name\nКоваль').swap16(),
      Buffer.from('Name\nCrêpin, Muñoz \x80', 'latin1'),
      Buffer.from('Name\nI\xfe\xfdk, Da\xf0', 'latin1'),
    ].map((file) => tableOf(file)),
  );
  expect(encodings).toMatchObject([
    { encoding: 'utf-8', columns: ['Name'], rows: [[2, 'Muñoz']] },
    { encoding: 'utf-8', columns: ['Name'], rows: [[2, 'Muñoz']] },
    { encoding: 'utf-16le', columns: ['Name'], rows: [[2, 'Коваль']] },
    { encoding: 'utf-16be', columns: ['Name'], rows: [[2, 'Коваль']] },
    { encoding: 'windows-1252', columns: ['Name'] },
    { encoding: 'windows-1254', columns: ['Name'] },
  ]);
  expect(await tableOf(Buffer.from('Name\nI\xfe\xfdk', 'latin1'), { encoding: 'windows-1252' })).toMatchObject({
    rows: [[2, 'Iþýk']],
  });
});

test('cells are parted by what the file says, else by what parts its rows alike', async () => {
  expect(await tableOf('\ufeffsep=;\r\nName;Ciro\r\nİpek;1.250,50\r\n')).toMatchObject({
    ...{ delimiter: ';', columns: ['Name', 'Ciro'], rows: [[3, 'İpek', '1.250,50']] },
  });
  expect(await tableOf('Name;Notes\nAda;one, two, three\nBea;four, five')).toMatchObject({ delimiter: ';' });
  expect(await tableOf('Name\tNotes\nAda\ta, b\n')).toMatchObject({ delimiter: '\t', rows: [[2, 'Ada', 'a, b']] });
  expect(await tableOf('Email\nana@test.test\nbea@test.test')).toMatchObject({
    ...{
      columns: ['Email'],
      rows: [
        [2, 'ana@test.test'],
        [3, 'bea@test.test'],
      ],
    },
  });
  expect(await tableOf('a|b;c|d\n1|2;3|4', { delimiter: ';' })).toMatchObject({ columns: ['a|b', 'c|d'] });
});

test('lines end as on any machine, and a cell may hold such ends', async () => {
  for (const end of ['\r\n', '\n', '\r'])
    expect(await tableOf(`"Name","Notes"${end}Ada,"one${end}""two"""${end}${end}Bea,${end}`)).toMatchObject({
      ...{
        columns: ['Name', 'Notes'],
        rows: [
          [2, 'Ada', `one${end}"two"`],
          [5, 'Bea', ''],
        ],
      },
    });
});

test('a mark before a quoted first cell belongs to neither', async () => {
  expect(await tableOf('\ufeff"Last, first",Email\n"Ada, Ms",a@b.test')).toMatchObject({
    ...{ columns: ['Last, first', 'Email'], rows: [[2, 'Ada, Ms', 'a@b.test']] },
  });
});

test('columns of one name and of none are told apart, and rows without a header have their places', async () => {
  expect(await tableOf('Email,,Email, \na@b.test,1,2,3')).toMatchObject({
    columns: ['Email', 'Column 2', 'Email (2)', 'Column 4'],
  });
  const bare = 'ana@test.test,Ana\nbea@test.test,Bea,x';
  const rows = [
    [1, 'ana@test.test', 'Ana', ''],
    [2, 'bea@test.test', 'Bea', 'x'],
  ];
  expect(await tableOf(bare)).toMatchObject({ hasHeader: false, columns: ['Column 1', 'Column 2', 'Column 3'], rows });
  expect(await tableOf(bare, { hasHeader: true })).toMatchObject({ columns: ['ana@test.test', 'Ana'] });
});

test.each([
  [
    'an unclosed quote',
    'Ada,"open\r\nBea,b@b.test\r\n',
    [
      [2, 'QUOTE_NOT_CLOSED'],
      [3, 'Bea', 'b@b.test'],
    ],
  ],
  [
    'one that a later quote seems to close',
    'Ada,"open\r\nBea,"b@b.test"\r\n',
    [
      [2, 'QUOTE_NOT_CLOSED'],
      [3, 'Bea', 'b@b.test'],
    ],
  ],
  [
    'letters after a closing quote',
    '"Ada"x,\r\nBea,',
    [
      [2, 'QUOTE_NOT_CLOSED'],
      [3, 'Bea', ''],
    ],
  ],
  [
    'a quote inside a plain cell',
    'Ada "Zo" A,\r\nBea,',
    [
      [2, 'Ada "Zo" A', ''],
      [3, 'Bea', ''],
    ],
  ],
  [
    'a NUL in a late row',
    `${'Ada,\r\n'.repeat(900)}B\0,\r\nCem,`,
    expect.arrayContaining([
      [902, 'NOT_TEXT'],
      [903, 'Cem', ''],
    ]),
  ],
  [
    'cells without a column',
    'Ada,a@b.test,,\r\nBea,Ltd,b@b.test\r\n',
    [
      [2, 'Ada', 'a@b.test'],
      [3, 'TOO_MANY_CELLS'],
    ],
  ],
  [
    'rows that stop early and rows of nothing',
    'Ada\r\n,\r\n \r\nBea,\r\n',
    [
      [2, 'Ada', ''],
      [5, 'Bea', ''],
    ],
  ],
])('%s spoils its own row alone', async (_, body, rows) => {
  expect(await tableOf(HEADER + body)).toMatchObject({ rows });
});

test('bytes that are no letter spoil their row and not the encoding of the others', async () => {
  const rows = Buffer.concat([
    Buffer.from(`${HEADER}Muñoz,\nIşık,\n`),
    Buffer.from('B\xe9a,\n', 'latin1'),
    Buffer.from('Cem,'),
  ]);
  expect(await tableOf(rows)).toMatchObject({
    encoding: 'utf-8',
    rows: [
      [2, 'Muñoz', ''],
      [3, 'Işık', ''],
      [4, 'NOT_TEXT'],
      [5, 'Cem', ''],
    ],
  });
});

test('a file that is no table says why', async () => {
  const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0001', 'hex'), Buffer.alloc(2000, 0x41)]);
  const files = ['', '\ufeff', ' \r\n\r\n', HEADER, 'sep=;\r\nName;Email', picture, 'Name\0,Email\nAda,'];
  const found = await Promise.all(files.map((file) => tableOf(file)));
  expect(found.map((each) => ('refused' in each ? each.refused : each))).toEqual([
    ...['EMPTY_FILE', 'EMPTY_FILE', 'EMPTY_FILE', 'NO_ROWS', 'NO_ROWS', 'NOT_TEXT', 'NOT_TEXT'],
  ]);
});

test('what is no text is known by its beginning, and the rest is left unread', async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 1;
      yield Buffer.alloc(4096, read === 1 ? 0 : 65);
    }
  }
  expect(await lookAtTable(endless)).toEqual({ refused: 'NOT_TEXT' });
  expect(read).toBe(1);
});

test('a line longer than any record, and quotes that never close, take no more memory or time than others', async () => {
  const long = `${HEADER}${'x'.repeat(3_000_000)}\r\nBea,\r\n${'"'.repeat(1_000_001)}\r\nCem,\r\n`;
  const look = await lookAtTable(() => cut(Buffer.from(long), 65_536), { delimiter: ',' });
  if ('refused' in look) throw new Error(look.refused);
  const rows = await rowsOf(Buffer.from(long), look, 65_536);
  expect(rows).toMatchObject([
    { line: 2, refused: 'TOO_LONG' },
    { line: 3, cells: ['Bea', ''] },
    { line: 4, refused: 'TOO_LONG' },
    { line: 5, cells: ['Cem', ''] },
  ]);
  expect(rows.every((row) => 'cells' in row || row.text.length <= 1000)).toBe(true);
});

const asItIs = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true };

test('every text of five letters falls into records that are read as csv-parse reads them, however it is cut', () => {
  const letters = ['a', '"', ',', '\n', '\r'];
  const texts = (length: number): string[] =>
    length === 0 ? [''] : texts(length - 1).flatMap((text) => letters.map((letter) => text + letter));
  for (const text of texts(5)) {
    const whole = splitRecords(',');
    const records = [...whole.take(text), ...whole.end()];
    const byLetter = splitRecords(',');
    const slowly = [...[...text].flatMap((letter) => byLetter.take(letter)), ...byLetter.end()];
    if (JSON.stringify(slowly) !== JSON.stringify(records)) expect(slowly).toEqual(records);
    const sound = records.filter(({ refused }) => !refused);
    const cells = sound.map((record) => cellsOf(record, ','));
    const expected = parse(sound.map((record) => record.text).join('\n'), asItIs);
    if (JSON.stringify(cells) !== JSON.stringify(expected)) expect(cells).toEqual(expected);
  }
});

test('rows come in batches as large as the pieces of the file, however many there are', async () => {
  const row = `Ada Lovelace,${'x'.repeat(400)}\r\n`;
  const look: TableLook = { encoding: 'utf-8', delimiter: ',', hasHeader: true, columns: ['Name', 'Email'] };
  async function* file() {
    yield Buffer.from(HEADER);
    for (let at = 0; at < 40; at += 1) yield Buffer.from(row.repeat(500));
  }
  const sizes: number[] = [];
  for await (const batch of readTable(file, look)) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20_000);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(501);
});
