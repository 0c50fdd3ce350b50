import { z } from 'zod';

/** A bucket of an S3-like store. */
export interface Bucket {
  /** Where the store answers. */
  endpoint: string;
  name: string;
  region: string;
  /** Those of the machine itself, as AWS gives them, when left out. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

const WRONG =
  'is a bucket of an S3-like store, like https://KEY:SECRET@s3.example.com/bucket?region=eu-west-1, with % codes for what is special in an address';

/** Where files are kept, when not in DATA_DIR. */
export const filesVariable = z
  .string()
  .transform((text, context): Bucket => {
    const bucket = bucketIn(text);
    if (bucket) return bucket;
    context.addIssue(WRONG);
    return z.NEVER;
  })
  .optional();

function bucketIn(text: string): Bucket | undefined {
  const url = URL.parse(text);
  const [, name] = /^\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/?$/.exec(url?.pathname ?? '') ?? [];
  if (!url || !name || !/^https?:$/.test(url.protocol) || url.hash) return undefined;
  const { region = 'us-east-1', ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || !/^[a-z0-9-]+$/.test(region)) return undefined;
  const credentials = credentialsIn(url);
  if (!credentials && (url.username || url.password)) return undefined;
  return { endpoint: url.origin, name, region, credentials };
}

function credentialsIn({ username, password }: URL): Bucket['credentials'] {
  try {
    const [accessKeyId, secretAccessKey] = [decodeURIComponent(username), decodeURIComponent(password)];
    return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  } catch {
    return undefined;
  }
}
