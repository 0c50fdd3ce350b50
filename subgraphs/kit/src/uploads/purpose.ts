/** What an upload is for; its limits follow from that. */
export enum UploadPurpose {
  PICTURE = 'PICTURE',
  TABLE = 'TABLE',
  VIDEO = 'VIDEO',
}

interface Bounds {
  /** Bytes. */
  most: number;
  types: readonly string[];
}

export const boundsOf: Readonly<Record<UploadPurpose, Bounds>> = {
  PICTURE: { most: 20_000_000, types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] },
  TABLE: {
    most: 64 * 1024 * 1024,
    types: ['text/csv', 'text/plain', 'text/tab-separated-values', 'application/vnd.ms-excel'],
  },
  VIDEO: { most: 200_000_000, types: ['video/mp4', 'video/webm', 'video/quicktime'] },
};
