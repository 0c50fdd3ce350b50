/** Doubles numbers on a thread; of none it fails, and a negative one ends the thread. */
export async function* make({ by }: { by: number }, numbers: AsyncIterable<number | string>): AsyncGenerator<number> {
  for await (const number of numbers) {
    if (typeof number === 'string') throw new Error(`${number} is no number.`);
    if (number < 0) process.exit(1);
    yield number * by;
  }
}
