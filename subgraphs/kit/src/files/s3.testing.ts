import S3rver from 's3rver';
import type { Bucket } from './bucket.ts';

export interface TestBucket {
  bucket: Bucket;
  /** Ends the server, or lets it come back at the same address with what it had. */
  setAway(isAway: boolean): Promise<void>;
  close(): Promise<void>;
}

/** An S3-like store on this machine with one bucket in it, whose files lie in a folder. */
export async function testBucket(directory: string): Promise<TestBucket> {
  const name = 'mycelium';
  let port = 0;
  let server: S3rver | undefined;

  async function start(): Promise<void> {
    server = new S3rver({
      address: '127.0.0.1',
      port,
      silent: true,
      directory,
      configureBuckets: [{ name, configs: [] }],
    });
    ({ port } = await server.run());
  }
  async function stop(): Promise<void> {
    await server?.close();
    server = undefined;
  }

  await start();
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      name,
      region: 'us-east-1',
      // The only ones that it knows.
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    setAway: (isAway) => (isAway ? stop() : start()),
    close: stop,
  };
}
